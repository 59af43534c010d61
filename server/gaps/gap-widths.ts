import type { FieldGraph } from '../field/field-graph.ts';
import { countedNotes } from './counted-notes.ts';
import { type GapFigures, pairKey } from './gap-figures.ts';
import { regionMatrix } from './region-matrix.ts';

/** How wide the gap between two regions (by id) is, 0–1 of the widest of the field; 0 where there is none, or too little to tell. */
export function gapWidths(field: FieldGraph, figures: GapFigures | null): (a: string, b: string) => number {
  const notes = countedNotes(field);
  const pairs = regionMatrix(field, notes, figures);
  const widest = pairs.reduce((most, { gap }) => Math.max(most, gap), 0);
  const widths = new Map(
    pairs.map(({ from, to, gap }) => [
      pairKey(notes.regions[from] ?? '', notes.regions[to] ?? ''),
      widest === 0 ? 0 : gap / widest,
    ]),
  );
  return (a, b) => widths.get(pairKey(a, b)) ?? 0;
}
