import { SearchInput } from '../../../graph-schema/views/cells/search.ts';
import type { CellKind } from './cell-kind.ts';

/** Passages found by words and meaning. */
export const search: CellKind<'search'> = {
  kind: 'search',
  schema: SearchInput,
  inputs: ['field', 'model'],
  words: 'text',
  uses: () => [],
  async run({ text, limit }, { door }) {
    const words = text.trim();
    if (words === '') return { problem: { code: 'nothing_asked', values: {} } };
    const { hits } = await door.search({ text: words, limit, mode: 'fused' });
    const rows = hits.map((hit) => [
      { sceneId: hit.sceneId, title: hit.title },
      hit.path,
      hit.text,
      Math.round(hit.score * 1e4) / 1e4,
    ]);
    return {
      result: { kind: 'search', hits },
      table: { columns: ['scene', 'path', 'text', 'score'], rows },
    };
  },
};
