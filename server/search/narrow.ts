import { stemsOf } from '../../models/words/stem.ts';
import type { Graph } from '../graph/graph.ts';
import type { RankedList } from './fuse-ranks.ts';
import type { Filters, Question } from './question.ts';
import { keepPassing, keepPassingScenes } from './search.cypher.ts';

/** Ids of scenes among those of passages. */
export const titlePrefix = 'title:';

/** The lists without what the filters do not let pass. */
export async function keepFiltered(
  graph: Graph,
  lists: readonly RankedList[],
  filters: Filters,
): Promise<RankedList[]> {
  const ids = [...new Set(lists.flatMap((list) => list.ids))];
  const scenes = ids.filter((id) => id.startsWith(titlePrefix)).map((id) => id.slice(titlePrefix.length));
  const passages = ids.filter((id) => !id.startsWith(titlePrefix));
  const passing = await graph.read(async (tx) => [
    ...(await tx.run(keepPassing, { ids: passages, filters })).map(({ id }) => String(id)),
    ...(await tx.run(keepPassingScenes, { ids: scenes, filters })).map(({ id }) => titlePrefix + String(id)),
  ]);
  const kept = new Set(passing);
  return lists.map((list) => ({ ...list, ids: list.ids.filter((id) => kept.has(id)) }));
}

/** Whether a text has every phrase and none of the unwanted words, in any word form: for what was found by meaning, which no query has narrowed. */
export function createNarrow({
  phrases,
  without,
}: Pick<Question, 'phrases' | 'without'>): (text: string) => boolean {
  const [wanted, unwanted] = [phrases, without].map((texts) =>
    texts.map((text) => stemsOf(text)).filter((stems) => stems.length > 0),
  );
  if (!wanted?.length && !unwanted?.length) return () => true;
  return (text) => {
    const stems = stemsOf(text);
    return (
      (wanted ?? []).every((phrase) => stands(stems, phrase)) &&
      !(unwanted ?? []).some((phrase) => stands(stems, phrase))
    );
  };
}

function stands(stems: readonly string[], phrase: readonly string[]): boolean {
  return stems.some((_, at) => phrase.every((stem, offset) => stems[at + offset] === stem));
}
