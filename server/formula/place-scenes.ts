import { positionOn } from '../../scenes/formula/call-function.ts';
import { rowOf } from '../../scenes/formula/space.ts';
import type { ValueOf } from '../../scenes/formula/value.ts';
import type { Along } from './formula-protocol.ts';
import type { HeldSpace } from './held-space.ts';

/** So many scenes tell where nine of ten lie. */
const mostSampled = 4000;

/** Where these scenes lie on an axis. */
export function placeScenes(
  { space, rowById }: HeldSpace,
  axis: ValueOf<'axis'>,
  ids: readonly string[],
): Along {
  const placeOf = (row: number) => positionOn(axis, rowOf(space, row));
  const step = Math.max(1, space.count / mostSampled);
  const sample = Float64Array.from({ length: Math.min(space.count, mostSampled) }, (_, at) =>
    placeOf(Math.floor(at * step)),
  ).sort();
  const quantile = (share: number) => sample[Math.floor(share * (sample.length - 1))] ?? share;
  const placed = ids.flatMap((id) => {
    const row = rowById.get(id);
    return row === undefined ? [] : [[id, placeOf(row)] as const];
  });
  return { places: new Map(placed), low: quantile(0.05), high: quantile(0.95) };
}
