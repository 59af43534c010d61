import type { FieldGraph } from '../field/field-graph.ts';
import type { WidestGaps } from '../proposals/index.ts';
import { countedNotes } from './counted-notes.ts';
import type { GapFigures } from './gap-figures.ts';
import { regionMatrix } from './region-matrix.ts';

/** More pairs than a person closes in a sitting. */
const most = 20;

/** The pairs of regions with most links wanting, and which notes would join them: what proposals are kept free for. */
export function widestGaps(field: FieldGraph, figures: GapFigures | null): WidestGaps {
  const notes = countedNotes(field);
  const pairs = regionMatrix(field, notes, figures)
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, most)
    .map(({ from, to }) => [from, to] as const);
  const wanted = new Set(pairs.flat());
  return { pairs, regionOf: new Map([...notes.regionOf].filter(([, place]) => wanted.has(place))) };
}
