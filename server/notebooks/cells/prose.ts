import { ProseInput } from '../../../graph-schema/views/cells/prose.ts';
import type { CellKind } from './cell-kind.ts';

/** Markdown that a person writes. */
export const prose: CellKind<'prose'> = {
  kind: 'prose',
  schema: ProseInput,
  inputs: [],
  words: 'text',
  uses: () => [],
  run: null,
};
