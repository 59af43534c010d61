import type { Graph } from '../../graph/graph.ts';
import type { PairSide } from '../propose-pair.ts';
import { keepCorpora } from '../queue/keep-corpora.ts';
import { createFindEvidence, type Quote } from './find-evidence.ts';

/**
 * The words of two notes that show why they may belong together, one quote a side; null where they have none in common.
 * `around`: ids of further notes, beside which words are rare or common.
 */
export async function quotePair(
  graph: Graph,
  { from, to, around }: { from: string; to: string; around: readonly string[] },
): Promise<{ from: PairSide; to: PairSide } | null> {
  const { index } = await keepCorpora(graph).part(null, [...new Set([from, to, ...around])]);
  const { notes } = index.corpus;
  const placeOf = (id: string) => notes.findIndex((note) => note.id === id);
  const quotes = createFindEvidence(index)(placeOf(from), placeOf(to));
  if (quotes === null) return null;
  const sideOf = (rootId: string, { passageId, start, end }: Quote): PairSide | null => {
    const note = notes[placeOf(rootId)];
    const passage = note?.passages.find(({ id }) => id === passageId);
    if (note === undefined || passage === undefined) return null;
    return {
      rootId,
      passageId,
      start: start - passage.start,
      end: end - passage.start,
      text: note.text.slice(start, end),
    };
  };
  const sides = { from: sideOf(from, quotes.from), to: sideOf(to, quotes.to) };
  return sides.from && sides.to && { from: sides.from, to: sides.to };
}
