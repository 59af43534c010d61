import type { FieldGraph } from '../field/field-graph.ts';

/** Two regions, by index into the field's regions, `from < to`. */
export interface RegionPair {
  from: number;
  to: number;
  /** distinct linked pairs of notes across the two */
  joined: number;
  expected: number;
  /** 0–1, cosine of tf-idf centroids */
  alike: number;
  gap: number;
}

/** Predicted link mass of two regions: a model's probabilities summed over their unlinked pairs; key `idA\nidB`, ids sorted. */
export type LinkMass = ReadonlyMap<string, number>;

/**
 * Every two regions: how joined they are, how joined their sizes and links would give by chance, and the gap.
 * With a predicted mass the gap is (M − O) / √(n_A·n_B); without one likeness × (expected − joined) / √(n_A·n_B), expected after the
 * configuration model, d_A·d_B / 2m. Never below zero: what is joined more than that is no gap.
 */
export function regionMatrix(field: FieldGraph, mass?: LinkMass): RegionPair[] {
  const joined = joinedPairs(field);
  const degrees = field.regions.map(({ id }) => joined.degrees.get(id) ?? 0);
  return field.regions.flatMap((a, from) =>
    field.regions.slice(from + 1).map((b, offset): RegionPair => {
      const to = from + 1 + offset;
      const observed = joined.between.get(keyOf(a.id, b.id)) ?? 0;
      const predicted = mass?.get(keyOf(a.id, b.id));
      const chance =
        joined.total === 0 ? 0 : ((degrees[from] ?? 0) * (degrees[to] ?? 0)) / (2 * joined.total);
      const alike = a.alike.get(b.id) ?? b.alike.get(a.id) ?? 0;
      const size = Math.sqrt(a.members.length * b.members.length);
      const gap =
        predicted === undefined ? (alike * (chance - observed)) / size : (predicted - observed) / size;
      return { from, to, joined: observed, expected: predicted ?? chance, alike, gap: Math.max(0, gap) };
    }),
  );
}

export function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Linked pairs of notes, directions and kinds together: between two regions, a region's sum over its notes, in all. */
function joinedPairs(field: FieldGraph) {
  const between = new Map<string, number>();
  const degrees = new Map<string, number>();
  const pairs = new Set(field.links.map(({ from, to }) => keyOf(from, to)));
  let total = 0;
  for (const pair of pairs) {
    const [a, b] = pair.split('\n').map((id) => field.sceneById.get(id)?.regionId);
    if (!a || !b) continue;
    total += 1;
    for (const region of [a, b]) degrees.set(region, (degrees.get(region) ?? 0) + 1);
    if (a !== b) between.set(keyOf(a, b), (between.get(keyOf(a, b)) ?? 0) + 1);
  }
  return { between, degrees, total };
}
