import type { FieldNode, FieldRegion } from '../../../graph-schema/views/field-view.ts';
import { type Lens, graded } from '../../_shell/url-state.ts';

/** How a class is coloured: by a hue, by its place on the ramp from little to much or from pole to pole, or by a token of the page. */
export type Tone =
  | { type: 'hue'; hue: number }
  | { type: 'ramp'; share: number }
  | { type: 'poles'; share: number }
  | { type: 'token'; token: 'faint' | 'accent' | 'model' | 'line' };

/** Scenes that a lens does not tell apart. */
export interface LensClass {
  key: string;
  tone: Tone;
  count: number;
  /** of a graded lens: its least and greatest value in sight */
  range: { from: number | string; to: number | string } | null;
}

/** What a lens says of the scenes of a view. */
export interface LensReading {
  lens: Lens;
  classOf(node: FieldNode): string;
  toneOf(node: FieldNode): Tone;
  /** 0 … 1, how much of it the scene has; null: the lens says nothing of it */
  shareOf(node: FieldNode): number | null;
  /** what a table shows and sorts by: a number, a day; null: nothing is known */
  valueOf(node: FieldNode): number | string | null;
  /** in the order of a legend; none is empty */
  classes: LensClass[];
}

/** Figures that the nodes themselves do not carry. */
export interface LensFigures {
  values: Readonly<Record<string, number>>;
  /** the value that counts as nothing, and the one that counts as all */
  low: number;
  high: number;
}

export const none = 'none';
const others = 'others';
/** More hues than these are not told apart. */
const mostHues = 10;
const bins = 5;
const faint: Tone = { type: 'token', token: 'faint' };
/** Where a graded lens says nothing a scene recedes. */
const receding: Tone = { type: 'token', token: 'line' };

/** Hues of the kinds of scenes, told apart by the legend's words too. */
const kindHues: Record<FieldNode['kind'], number> = {
  note: 250,
  section: 200,
  turn: 145,
  written: 30,
  draft: 85,
};
const originTokens = { vault: 'faint', person: 'accent', model: 'model' } as const;

export function readLens(
  lens: Lens,
  nodes: readonly FieldNode[],
  { regions, figures }: { regions: readonly FieldRegion[]; figures: LensFigures | null },
): LensReading {
  switch (lens) {
    case 'region': {
      const hues = new Map<string, number>(regions.map(({ id, hue }) => [id, hue]));
      return classReading(lens, nodes, {
        classOf: ({ regionId }) => regionId ?? none,
        toneOf: (key) => hueTone(hues.get(key)),
      });
    }
    case 'kind':
      return classReading(lens, nodes, {
        classOf: ({ kind }) => kind,
        toneOf: (key) => hueTone(kindHues[key as FieldNode['kind']]),
      });
    case 'origin':
      return classReading(lens, nodes, {
        classOf: ({ origin }) => origin,
        toneOf: (key) => ({ type: 'token', token: originTokens[key as FieldNode['origin']] }),
      });
    case 'vault':
      return spreadReading(lens, nodes, ({ vaultId }) => vaultId ?? none);
    case 'speaker':
      return spreadReading(lens, nodes, ({ speakers }) => speakers[0]?.name ?? none);
    case 'age': {
      const days = nodes.flatMap(({ day }) => (day === null ? [] : [day])).sort();
      const turn = (day: string) => days.findIndex((other) => other >= day) / Math.max(1, days.length - 1);
      const shares = new Map([...new Set(days)].map((day) => [day, turn(day)]));
      return gradedReading(lens, nodes, {
        valueOf: ({ day }) => day,
        shareOf: ({ day }) => (day === null ? null : (shares.get(day) ?? 0)),
      });
    }
    case 'degree': {
      const most = nodes.reduce((largest, { degree }) => Math.max(largest, degree), 1);
      return gradedReading(lens, nodes, {
        valueOf: ({ degree }) => degree,
        shareOf: ({ degree }) => Math.sqrt(degree / most),
      });
    }
    case 'betweenness':
    case 'doubt':
    case 'axis': {
      const { values, low, high } = figures ?? { values: {}, low: 0, high: 1 };
      const valueOf = ({ id }: FieldNode) => values[id] ?? null;
      const straight = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
      return gradedReading(lens, nodes, {
        valueOf,
        shareOf(node) {
          const value = valueOf(node);
          if (value === null) return null;
          return lens === 'betweenness' ? Math.sqrt(straight(value)) : straight(value);
        },
      });
    }
  }
}

export function isGraded(lens: Lens): boolean {
  return (graded as readonly string[]).includes(lens);
}

function hueTone(hue: number | undefined): Tone {
  return hue === undefined ? faint : { type: 'hue', hue };
}

function classReading(
  lens: Lens,
  nodes: readonly FieldNode[],
  { classOf, toneOf }: { classOf(node: FieldNode): string; toneOf(key: string): Tone },
): LensReading {
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(classOf(node), (counts.get(classOf(node)) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return {
    lens,
    classOf,
    toneOf: (node) => toneOf(classOf(node)),
    shareOf: (node) => (counts.get(classOf(node)) ?? 0) / most,
    valueOf: () => null,
    classes: [...counts]
      .sort(([a, many], [b, few]) => Number(a === none) - Number(b === none) || few - many)
      .map(([key, count]) => ({ key, count, tone: toneOf(key), range: null })),
  };
}

/** Classes without a hue of their own: the largest take hues that lie far apart, the rest are one. */
function spreadReading(
  lens: Lens,
  nodes: readonly FieldNode[],
  classOf: (node: FieldNode) => string,
): LensReading {
  const named = classReading(lens, nodes, { classOf, toneOf: () => faint })
    .classes.map(({ key }) => key)
    .filter((key) => key !== none)
    .slice(0, mostHues);
  const hues = new Map(
    named.map((key, at) => [key, Math.round(250 + (at * 360) / Math.max(3, named.length)) % 360]),
  );
  return classReading(lens, nodes, {
    classOf(node) {
      const key = classOf(node);
      return key === none || hues.has(key) ? key : others;
    },
    toneOf: (key) => hueTone(hues.get(key)),
  });
}

/** Fifths of what there is; scenes that the lens says nothing of come last. */
function gradedReading(
  lens: Lens,
  nodes: readonly FieldNode[],
  { valueOf, shareOf }: Pick<LensReading, 'valueOf' | 'shareOf'>,
): LensReading {
  const binOf = (share: number) => Math.min(bins - 1, Math.floor(share * bins));
  const type = lens === 'axis' ? ('poles' as const) : ('ramp' as const);
  const classOf = (node: FieldNode) => {
    const share = shareOf(node);
    return share === null ? none : String(binOf(share));
  };
  const gathered = new Map<string, (number | string)[]>();
  for (const node of nodes) {
    const known = gathered.get(classOf(node)) ?? [];
    known.push(valueOf(node) ?? '');
    gathered.set(classOf(node), known);
  }
  return {
    lens,
    classOf,
    valueOf,
    shareOf,
    toneOf(node) {
      const share = shareOf(node);
      return share === null ? receding : { type, share };
    },
    classes: [...gathered]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, values]) => {
        const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        const range = key === none ? null : { from: sorted[0] ?? 0, to: sorted.at(-1) ?? 0 };
        const tone: Tone = key === none ? receding : { type, share: (Number(key) + 0.5) / bins };
        return { key, count: values.length, tone, range };
      }),
  };
}
