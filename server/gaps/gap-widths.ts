import type { FieldGraph } from '../field/field-graph.ts';
import { countedNotes } from './counted-notes.ts';
import { pairKey } from '../proposals/pair-key.ts';
import type { GapFigures } from './gap-figures.ts';
import { regionMatrix } from './region-matrix.ts';

/** How wide the gap between two regions is, 0–1 of the widest of the field, by `pairKey` of their ids: what may be weighed with proposals. */
export function gapWidths(field: FieldGraph, figures: GapFigures | null): Map<string, number> {
  const notes = countedNotes(field);
  const pairs = regionMatrix(field, notes, figures);
  const widest = pairs.reduce((most, { gap }) => Math.max(most, gap), 0);
  return new Map(
    pairs.map(({ from, to, gap }) => [
      pairKey(notes.regions[from] ?? '', notes.regions[to] ?? ''),
      widest === 0 ? 0 : gap / widest,
    ]),
  );
}
