/** Ids, best first, and how much the list's word counts. */
export interface RankedList {
  ids: readonly string[];
  weight: number;
}

/** The usual constant: how little the very first places differ (Cormack, Clarke, Büttcher, SIGIR 2009). */
const k = 60;

/** Reciprocal rank fusion: Σ weight / (k + rank). Best first; ties by id. Scores are scaled so that first in every list is 1. */
export function fuseRanks(lists: readonly RankedList[]): { id: string; score: number }[] {
  const scores = new Map<string, number>();
  const best = lists.reduce((sum, { weight }) => sum + weight / (k + 1), 0);
  for (const { ids, weight } of lists)
    ids.forEach((id, index) => scores.set(id, (scores.get(id) ?? 0) + weight / (k + index + 1)));
  return Array.from(scores, ([id, score]) => ({ id, score: score / best })).sort(
    (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1),
  );
}
