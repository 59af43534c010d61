import type { InputKind } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKindView } from './cell-view.ts';
import { chart } from './chart-cell.tsx';
import { conversation } from './conversation-cell.tsx';
import { cypher } from './cypher-cell.tsx';
import { formulaKind } from './formula-cell.tsx';
import { gapKind } from './gap-cell.tsx';
import { map } from './map-cell.tsx';
import { pack } from './pack-cell.tsx';
import { proposals } from './proposals-cell.tsx';
import { prose } from './prose-cell.tsx';
import { question } from './question-cell.tsx';
import { search } from './search-cell.tsx';

/** Every kind of cell on the page, in the order in which they are offered. */
export const cellKindViews: { [K in InputKind]: CellKindView<K> } = {
  prose,
  conversation,
  search,
  question,
  map,
  formula: formulaKind,
  proposals,
  gap: gapKind,
  chart,
  cypher,
  pack,
};

/** The kind of this input: the two always belong together, which types cannot say of a union. */
export function kindView<K extends InputKind>(kind: K): CellKindView<K> {
  return cellKindViews[kind];
}

export const offeredKinds = Object.keys(cellKindViews) as InputKind[];
