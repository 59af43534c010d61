import type { TermVector } from './terms.ts';

/** An undirected, weighted pair of notes, by id. */
export interface Tie {
  a: string;
  b: string;
  weight: number;
}

/** A term that stands in more than this share of the notes joins nothing, */
const commonShare = 0.35;
/** nor does one in so many: in a large field it says less still, and looking at all its notes is what takes the time. */
const mostShared = 3000;
/** Below this cosine two notes are neighbours by accident. */
const leastLikeness = 0.08;

/** The notes that a term stands in, by their place, with its weight there. */
interface Posting {
  notes: Int32Array;
  weights: Float64Array;
}

/** Each note with its `k` most alike ones; a pair is named once. Ties are broken by id, so that the answer never depends on order. */
export function nearestNeighbours(vectors: ReadonlyMap<string, TermVector>, k: number): Tie[] {
  const ids = [...vectors.keys()];
  const postings = postingsOf(vectors);
  const common = Math.max(12, Math.min(mostShared, vectors.size * commonShare));
  const scores = new Float64Array(ids.length);
  const touched = new Int32Array(ids.length);
  const ties = new Map<string, Tie>();
  for (const [at, vector] of [...vectors.values()].entries()) {
    let count = 0;
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (posting === undefined || posting.notes.length > common) continue;
      const { notes, weights } = posting;
      for (let index = 0; index < notes.length; index += 1) {
        const other = notes[index] ?? 0;
        if (scores[other] === 0) touched[count++] = other;
        scores[other] = (scores[other] ?? 0) + weight * (weights[index] ?? 0);
      }
    }
    const found = touched.subarray(0, count);
    for (const { id: other, score } of best(found, { ids, scores, self: at, k })) {
      const id = ids[at] ?? '';
      const [a, b] = id < other ? [id, other] : [other, id];
      ties.set(`${a}\n${b}`, { a, b, weight: score });
    }
    for (const other of found) scores[other] = 0;
  }
  return [...ties.values()];
}

function postingsOf(vectors: ReadonlyMap<string, TermVector>): Map<string, Posting> {
  const lists = new Map<string, { notes: number[]; weights: number[] }>();
  for (const [at, vector] of [...vectors.values()].entries())
    for (const [term, weight] of vector) {
      const list = lists.get(term) ?? { notes: [], weights: [] };
      list.notes.push(at);
      list.weights.push(weight);
      lists.set(term, list);
    }
  return new Map(
    Array.from(lists, ([term, { notes, weights }]) => [
      term,
      { notes: Int32Array.from(notes), weights: Float64Array.from(weights) },
    ]),
  );
}

function best(
  found: Int32Array,
  { ids, scores, self, k }: { ids: readonly string[]; scores: Float64Array; self: number; k: number },
): { id: string; score: number }[] {
  const alike: { id: string; score: number }[] = [];
  for (const other of found) {
    const score = scores[other] ?? 0;
    if (other !== self && score >= leastLikeness) alike.push({ id: ids[other] ?? '', score });
  }
  return alike.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, k);
}
