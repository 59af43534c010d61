import { sizeFor, type TermVector } from './terms.ts';

/** An undirected, weighted pair of notes, by id. */
export interface Tie {
  a: string;
  b: string;
  weight: number;
}

/** A term that stands in more than this share of the notes joins nothing, */
const commonShare = 0.35;
/** nor does one in so many: in a large field it says less still, and looking at all its notes is what takes the time. */
const mostShared = 1500;
/** All of them together. */
const sharedInAll = 60e6;
/** Below this cosine two notes are neighbours by accident. */
const leastLikeness = 0.08;

/** Each note with its `k` most alike ones; a pair is named once. Ties are broken by id, so that the answer never depends on order. */
export function nearestNeighbours(vectors: ReadonlyMap<string, TermVector>, k: number): Tie[] {
  const ids = [...vectors.keys()];
  const own = [...vectors.values()];
  const common = Math.max(12, Math.min(mostShared, sharedInAll / own.length, own.length * commonShare));
  const { starts, notes, weights } = postingsOf(own, common);
  const scores = new Float64Array(ids.length);
  const touched = new Int32Array(ids.length);
  const pairs = new Map<number, number>();
  for (const [at, vector] of own.entries()) {
    let count = 0;
    for (const [index, term] of vector.terms.entries()) {
      const weight = vector.weights[index] ?? 0;
      const end = starts[term + 1] ?? 0;
      for (let place = starts[term] ?? 0; place < end; place += 1) {
        const other = notes[place] ?? 0;
        if (scores[other] === 0) touched[count++] = other;
        scores[other] = (scores[other] ?? 0) + weight * (weights[place] ?? 0);
      }
    }
    const found = touched.subarray(0, count);
    for (const other of best(found, { ids, scores, self: at, k })) {
      const pair = Math.min(at, other) * ids.length + Math.max(at, other);
      pairs.set(pair, scores[other] ?? 0);
    }
    for (const other of found) scores[other] = 0;
  }
  return Array.from(pairs, ([pair, weight]) => {
    const one = ids[Math.floor(pair / ids.length)] ?? '';
    const other = ids[pair % ids.length] ?? '';
    return one < other ? { a: one, b: other, weight } : { a: other, b: one, weight };
  });
}

/** The notes that each term stands in, by their place, with its weight there: a term's lie from its start to the next one's. Common terms have none. */
interface Postings {
  starts: Int32Array;
  notes: Int32Array;
  weights: Float64Array;
}

function postingsOf(vectors: readonly TermVector[], common: number): Postings {
  const sizes = new Int32Array(sizeFor(vectors));
  for (const { terms } of vectors) for (const term of terms) sizes[term] = (sizes[term] ?? 0) + 1;
  const starts = new Int32Array(sizes.length + 1);
  for (const [term, size] of sizes.entries())
    starts[term + 1] = (starts[term] ?? 0) + (size > common ? 0 : size);
  const total = starts.at(-1) ?? 0;
  const notes = new Int32Array(total);
  const weights = new Float64Array(total);
  const next = starts.slice();
  for (const [note, vector] of vectors.entries())
    for (const [at, term] of vector.terms.entries()) {
      if ((sizes[term] ?? 0) > common) continue;
      const place = next[term] ?? 0;
      notes[place] = note;
      weights[place] = vector.weights[at] ?? 0;
      next[term] = place + 1;
    }
  return { starts, notes, weights };
}

/** The `k` best of many, kept in order while they are looked through. */
function best(
  found: Int32Array,
  { ids, scores, self, k }: { ids: readonly string[]; scores: Float64Array; self: number; k: number },
): number[] {
  const alike: number[] = [];
  const isBetter = (one: number, other: number) => {
    const more = (scores[one] ?? 0) - (scores[other] ?? 0);
    return more > 0 || (more === 0 && (ids[one] ?? '') < (ids[other] ?? ''));
  };
  for (const other of found) {
    if (other === self || (scores[other] ?? 0) < leastLikeness) continue;
    const last = alike[k - 1];
    if (last !== undefined && !isBetter(other, last)) continue;
    let place = Math.min(alike.length, k - 1);
    while (place > 0 && isBetter(other, alike[place - 1] ?? 0)) place -= 1;
    alike.splice(place, 0, other);
    if (alike.length > k) alike.pop();
  }
  return alike;
}
