import type { FieldGraph } from '../field/field-graph.ts';
import type { Chance } from './chance-links.ts';
import type { CountedNotes } from './counted-notes.ts';
import { allPairs, crossLinks, pairAt } from './cross-links.ts';
import { type GapFigures, pairKey } from './gap-figures.ts';
import { scorePairs, sizesOf } from './score-pairs.ts';

/** Two regions, by index into the field's regions, `from < to`. */
export interface RegionPair {
  from: number;
  to: number;
  /** distinct linked pairs of notes across the two; hubs and dated notes are not counted */
  joined: number;
  /** links that the fused model expects among the pairs that are not linked; before it is known what chance gives */
  expected: number;
  /** what chance gives with as many links a note; null before it is known */
  chance: Chance | null;
  /** 0–1, cosine of tf-idf centroids */
  alike: number;
  gap: number;
  /** a person says that there is nothing to join, whatever is expected: no gap */
  isSettled: boolean;
}

/**
 * Every two regions: how joined they are and how many links are wanting: (M − O) / √(n_A·n_B), M the predicted mass, O the links. Before M is known: likeness ×
 * (chance − O) / √(n_A·n_B), chance being d_A·d_B / 2m. Zero where no link is wanting.
 */
export function regionMatrix(
  field: FieldGraph,
  notes: CountedNotes,
  figures: GapFigures | null,
): RegionPair[] {
  const count = notes.regions.length;
  const linked = notes.linked.map(
    ([a, b]) => [notes.regionOf.get(a) ?? 0, notes.regionOf.get(b) ?? 0] as const,
  );
  const own = notes.regions.map((_, at) => at);
  const mass = new Float64Array(count * count);
  const isKnown = new Set<number>();
  for (const { from, to } of allPairs(count)) {
    const known = figures?.get(pairKey(notes.regions[from] ?? '', notes.regions[to] ?? ''))?.mass;
    if (known == null) continue;
    mass[pairAt(count, from, to)] = known;
    isKnown.add(pairAt(count, from, to));
  }
  const sizes = sizesOf([...notes.regionOf.values()], count);
  return scorePairs(crossLinks(linked, own, count), mass, sizes).map((pair) => {
    const { from, to, joined, degreeProduct } = pair;
    const [a, b] = [field.regions[from], field.regions[to]];
    const alike = (b && a?.alike.get(b.id)) ?? (a && b?.alike.get(a.id)) ?? 0;
    const hasMass = isKnown.has(pairAt(count, from, to));
    const own = figures?.get(pairKey(a?.id ?? '', b?.id ?? ''));
    const size = Math.sqrt((sizes[from] ?? 0) * (sizes[to] ?? 0)) || 1;
    return {
      from,
      to,
      joined,
      alike,
      isSettled: false,
      expected: hasMass ? pair.mass : degreeProduct,
      chance: own?.chance ?? null,
      gap: hasMass
        ? isWanting(pair.mass, joined, own)
          ? pair.score
          : 0
        : Math.max(0, (alike * (degreeProduct - joined)) / size),
    };
  });
}

/** Less than half a link is none; where a person has rejected one, less than a whole one: figures that are worked out anew are not to open again what was settled. */
const [fewestWanting, fewestDoubted] = [0.5, 1];

/** Whether links are wanting between two regions: more are expected than there are. */
export function isWanting(
  expected: number,
  joined: number,
  { isDoubted = false }: { isDoubted?: boolean } = {},
): boolean {
  return expected - joined >= (isDoubted ? fewestDoubted : fewestWanting);
}
