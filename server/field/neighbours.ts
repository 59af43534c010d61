import type { TermVector } from './terms.ts';

/** An undirected, weighted pair of notes, by id. */
export interface Tie {
  a: string;
  b: string;
  weight: number;
}

/** A term that stands in more than this share of the notes joins nothing. */
const commonShare = 0.35;
/** Below this cosine two notes are neighbours by accident. */
const leastLikeness = 0.08;

/** Each note with its `k` most alike ones; a pair is named once. Ties are broken by id, so that the answer never depends on order. */
export function nearestNeighbours(vectors: ReadonlyMap<string, TermVector>, k: number): Tie[] {
  const postings = postingsOf(vectors);
  const common = Math.max(12, vectors.size * commonShare);
  const ties = new Map<string, Tie>();
  for (const [id, vector] of vectors) {
    const scores = new Map<string, number>();
    for (const [term, weight] of vector) {
      const posting = postings.get(term) ?? [];
      if (posting.length > common) continue;
      for (const [other, otherWeight] of posting)
        if (other !== id) scores.set(other, (scores.get(other) ?? 0) + weight * otherWeight);
    }
    for (const [other, weight] of best(scores, k)) {
      const [a, b] = id < other ? [id, other] : [other, id];
      ties.set(`${a}\n${b}`, { a, b, weight });
    }
  }
  return [...ties.values()];
}

function postingsOf(vectors: ReadonlyMap<string, TermVector>): Map<string, [string, number][]> {
  const postings = new Map<string, [string, number][]>();
  for (const [id, vector] of vectors)
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (posting) posting.push([id, weight]);
      else postings.set(term, [[id, weight]]);
    }
  return postings;
}

function best(scores: ReadonlyMap<string, number>, k: number): [string, number][] {
  return [...scores]
    .filter(([, score]) => score >= leastLikeness)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, k);
}
