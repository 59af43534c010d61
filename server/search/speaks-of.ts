import { stem, stemsOf, wordsOf } from '../../models/words/stem.ts';
import type { Graph } from '../graph/graph.ts';
import { allWordsQuery } from './lucene-query.ts';
import { findRootsSaying } from './search.cypher.ts';
import { tellingWords } from './telling-words.ts';

export interface NamedNote {
  id: string;
  title: string;
  path: string | null;
}

/** How many of these notes have all words of a phrase in any form: in title, folder or text. A phrase of nothing but such words as "and" is looked for as it is. */
export async function countSpeakingOf(
  { graph }: { graph: Graph },
  { phrase, notes }: { phrase: string; notes: readonly NamedNote[] },
): Promise<number> {
  const words = tellingWords(wordsOf(phrase).map(({ text }) => text));
  if (words.length === 0 || notes.length === 0) return 0;
  const ids = notes.map(({ id }) => id);
  const named = new Map(notes.map(({ id, title, path }) => [id, new Set(stemsOf(`${title} ${path ?? ''}`))]));
  let left = ids;
  for (const word of new Set(words)) {
    const saying = await rootsSaying(graph, word, left);
    left = left.filter((id) => saying.has(id) || named.get(id)?.has(stem(word)) === true);
  }
  return left.length;
}

/** The forms of a word are each language's own. */
async function rootsSaying(graph: Graph, word: string, ids: readonly string[]): Promise<Set<string>> {
  const query = allWordsQuery(word);
  if (query === null) return new Set();
  const found = await Promise.all(
    ['ru', 'en'].map((language) =>
      graph.read((tx) =>
        tx.run(findRootsSaying, { index: `passage_text_${language}`, query, rootIds: [...ids] }),
      ),
    ),
  );
  return new Set(found.flat().map((row) => String(row['id'])));
}
