import { CellInput } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKind } from './cell-kind.ts';

/** Passages found by words and meaning. An empty question finds nothing. */
export const search: CellKind<'search'> = {
  kind: 'search',
  schema: CellInput.options[1],
  inputs: ['field'],
  async run({ text, limit }, door) {
    const words = text.trim();
    const { hits } = words === '' ? { hits: [] } : await door.search({ text: words, limit, mode: 'fused' });
    return { kind: 'search', hits };
  },
};
