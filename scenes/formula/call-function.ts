import { shareBelow } from './chance.ts';
import type { Environment } from './environment.ts';
import type { FormulaFunction, Parameter } from './functions.ts';
import { walkBetween } from './path-between.ts';
import { rankRows } from './rank-rows.ts';
import { rowOf } from './space.ts';
import type { Value, ValueOf } from './value.ts';
import { cosine, dot, meanOf, plus, scaled, unit, type Vector } from './vectors.ts';

/** Rows beyond those asked for, from which resampled ranks may draw. */
const shortlist = (count: number) => Math.max(5 * count, 50);

type Argument<T extends Value['type']> = ValueOf<T>;

/** `args` have the types that the check demands; those left out are filled in. `region` and `relation` are looked up, not worked out. */
export function callFunction(
  called: FormulaFunction,
  args: readonly Value[],
  environment: Environment,
): Value {
  const { space } = environment;
  const scene = (at: number) => args[at] as Argument<'scene'>;
  const place = (at: number) => unit(scene(at).vector);
  const number = (at: number) => numberAt(args[at], called.parameters[at]);
  const together = (...parts: readonly Value[]) =>
    new Set(parts.flatMap((part) => ('own' in part ? [...part.own] : [])));
  switch (called.id) {
    case 'mean': {
      const vectors = args.flatMap((arg) => placesIn(arg, environment));
      return { type: 'scene', vector: meanOf(vectors, space.dimensions), own: together(...args) };
    }
    case 'mix': {
      const share = number(2);
      const vector = plus(scaled(place(0), 1 - share), place(1), share);
      return { type: 'scene', vector, own: together(scene(0), scene(1)) };
    }
    case 'without': {
      const vector = plus(place(0), place(1), -dot(place(0), place(1)));
      return { type: 'scene', vector, own: together(scene(0), scene(1)) };
    }
    case 'axis':
      return { type: 'axis', from: place(0), to: place(1), own: together(scene(0), scene(1)) };
    case 'along': {
      const { from, to } = args[1] as Argument<'axis'>;
      const axis = { from, to };
      return { type: 'number', unit: 'position', value: positionOn(axis, place(0)), of: place(0), axis };
    }
    case 'toward': {
      const way = args[1] as Argument<'axis'> | Argument<'relation'>;
      const step = way.type === 'axis' ? plus(way.to, way.from, -1) : way.vector;
      return { type: 'scene', vector: plus(place(0), step, number(2)), own: together(scene(0), way) };
    }
    case 'near':
      return listNear([place(0)], number(1), together(scene(0)), environment);
    case 'between':
      return listNear([place(0), place(1)], number(2), together(scene(0), scene(1)), environment);
    case 'path':
      return {
        type: 'list',
        rows: walkBetween(scene(0), scene(1), number(2), environment),
        probes: [],
        shortlist: [],
      };
    case 'alike': {
      const between = [place(0), place(1)] as const;
      const value = 100 * shareBelow(environment.chance.pairs, cosine(...between));
      return { type: 'number', unit: 'percentile', value, between };
    }
    case 'region':
    case 'relation':
      throw new TypeError(`${called.id} is looked up`);
  }
}

/** 0 at the axis's beginning, 1 at its end, and further out beyond them. */
export function positionOn({ from, to }: { from: Vector; to: Vector }, place: Vector): number {
  const way = plus(to, from, -1);
  const square = dot(way, way);
  return square === 0 ? 0 : dot(plus(place, from, -1), way) / square;
}

export function listNear(
  probes: readonly Vector[],
  count: number,
  skip: ReadonlySet<number>,
  { space, within }: Environment,
): ValueOf<'list'> {
  const ranked = rankRows(space, { probes, count: shortlist(count), skip, within });
  return { type: 'list', rows: ranked.slice(0, count), probes, shortlist: ranked };
}

function placesIn(value: Value, { space }: Environment): Vector[] {
  if (value.type === 'list') return value.rows.map(({ row }) => rowOf(space, row));
  return value.type === 'scene' ? [unit(value.vector)] : [];
}

/** A computed number is brought into its bounds. */
function numberAt(
  value: Value | undefined,
  { otherwise = 0, from = -Infinity, to = Infinity, isWhole }: Parameter = { types: [] },
): number {
  const given = value?.type === 'number' ? value.value : otherwise;
  const inside = Math.min(to, Math.max(from, given));
  return isWhole ? Math.round(inside) : inside;
}
