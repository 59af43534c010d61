import { z } from 'zod';
import { isKnown } from '../../models/tasks/check-words.ts';
import { isStopWord, stem, wordsOf } from '../../models/words/stem.ts';
import type { Graph } from '../graph/graph.ts';
import { luceneQuery } from '../search/lucene-query.ts';
import { countPassages, countWith } from './retrieval.cypher.ts';

/** A content word of a question: its stem, and how much it tells (its inverse document frequency over passages). */
export interface AskedWord {
  stem: string;
  weight: number;
  /** in no passage of the field */
  isUnknown: boolean;
}

const Count = z.array(z.object({ count: z.int() }));
/** Words that are in more passages all tell nothing. */
const most = 3000;
/** A longer question has its rarest words asked; each costs one look into an index. */
const mostWords = 24;

/** Words that ask, and tell nothing of what is asked for. */
const asking = new Set(
  (
    'найти покажи показать расскажи рассказать объясни объяснить скажи сказать значит означает ответь подскажи пожалуйста существует бывает ' +
    'show tell explain find mean means please describe know exist'
  )
    .split(' ')
    .map(stem),
);

/** Russian infinitives, reflexives and the third person, by their endings: what is done is worded in more ways than what it is done to. */
const verb = /(?:[аяиеыоу]ть|ться|тся|[аяу]ет|[аяу]ют)(?:ся)?$/u;
const noVerb = /(?:ость|память|печать|кровать|сеть|нить|путь|суть|мать)$/u;
const verbShare = 0.4;

/** The question's content words, each once, with what each is worth. Empty for a question without any. */
export async function weighWords(graph: Graph, question: string): Promise<AskedWord[]> {
  const words = new Map<string, string>();
  for (const { text } of wordsOf(question)) {
    const own = stem(text);
    if (!isStopWord(text) && !asking.has(own) && (text.length > 1 || /\p{N}/u.test(text)))
      words.set(own, text);
  }
  if (words.size === 0) return [];
  return graph.read(async (tx) => {
    const total = Count.parse(await tx.run(countPassages))[0]?.count ?? 0;
    const weighed: AskedWord[] = [];
    for (const [own, word] of [...words].slice(0, mostWords)) {
      const index = /\p{Script=Cyrillic}/u.test(word) ? 'passage_text_ru' : 'passage_text_en';
      const found = Count.parse(await tx.run(countWith, { index, query: luceneQuery(word) ?? word, most }));
      const count = found[0]?.count ?? 0;
      const share = verb.test(word.toLowerCase()) && !noVerb.test(word.toLowerCase()) ? verbShare : 1;
      weighed.push({ stem: own, weight: share * Math.log(1 + total / (1 + count)), isUnknown: count === 0 });
    }
    return weighed;
  });
}

/** The share of the words' weight that stands in these stems, 0 … 1; 0 without words. */
export function coverage(words: readonly AskedWord[], stems: ReadonlySet<string>): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return 0;
  return words.reduce((sum, word) => sum + (isKnown(word.stem, stems) ? word.weight : 0), 0) / all;
}
