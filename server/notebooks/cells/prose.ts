import { CellInput } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKind } from './cell-kind.ts';

/** Markdown that a person writes. Running it shows it. */
export const prose: CellKind<'prose'> = {
  kind: 'prose',
  schema: CellInput.options[0],
  inputs: [],
  run: () => Promise.resolve({ kind: 'prose' }),
};
