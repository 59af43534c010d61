import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import { wordsOf } from '../../models/words/stem.ts';
import type { Graph } from '../graph/graph.ts';
import { suggestQuery } from './lucene-query.ts';
import { suggestTitles } from './search.cypher.ts';

const Row = z.object({
  id: SceneId,
  title: z.string(),
  aliases: z.array(z.string()).nullable(),
  state: z.string(),
  rootId: SceneId,
  path: z.string().nullable(),
  score: z.number(),
});
type Row = z.infer<typeof Row>;

/** So many titles are looked at; of one vault the best of more, since the index knows no vaults. */
const [titles, titlesOfAll] = [200, 5000];

/** Scenes whose title or alias has every word typed, in any form, the last also as a beginning. Milliseconds: meant for each key. `vaultId`: of one vault. */
export async function suggest(
  deps: { graph: Graph },
  input: { text: string; limit: number; vaultId?: string | undefined },
): Promise<{ id: SceneId; title: string; state: string; path: string | null }[]> {
  const query = suggestQuery(input.text);
  if (query === null) return [];
  const { vaultId = null } = input;
  const asked = { query, vaultId, depth: vaultId === null ? titles : titlesOfAll };
  const rows = await deps.graph.read(async (tx) => [
    ...(await tx.run(suggestTitles, { ...asked, index: 'scene_title_ru' })),
    ...(await tx.run(suggestTitles, { ...asked, index: 'scene_title_en' })),
  ]);
  const found = new Map(
    z
      .array(Row)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
  return [...found.values()]
    .map((row) => ({ row, rank: rankOf(row, plain(input.text)) }))
    .sort(
      (a, b) => b.rank - a.rank || a.row.title.length - b.row.title.length || (a.row.id < b.row.id ? -1 : 1),
    )
    .slice(0, input.limit)
    .map(({ row: { id, title, state, path } }) => ({ id, title, state, path }));
}

/** Just that title, a title that begins so, notes before sections, written before missing. */
function rankOf(row: Row, typed: string): number {
  const names = [row.title, ...(row.aliases ?? [])].map(plain);
  const isExact = names.includes(typed);
  const isBeginning = names.some((name) => name.startsWith(typed));
  return (
    (isExact ? 8 : 0) +
    (isBeginning ? 4 : 0) +
    (row.rootId === row.id ? 2 : 0) +
    (row.state === 'present' ? 1 : 0)
  );
}

function plain(text: string): string {
  return wordsOf(text.normalize('NFC').toLowerCase().replaceAll('ё', 'е'))
    .map((word) => word.text)
    .join(' ');
}
