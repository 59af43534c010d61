/** Unit-length weights by stem. */
export type SparseVector = ReadonlyMap<string, number>;

/** Weighs stems by how often they stand in a text and how few texts have them. */
export interface TfIdf {
  idf(stem: string): number;
  vector(stems: readonly string[]): SparseVector;
}

/** (1 + ln tf) · ln(1 + N/df), unit length: Manning et al., Introduction to Information Retrieval, 6.4 (scheme ltc). */
export function buildTfIdf(documents: readonly (readonly string[])[]): TfIdf {
  const holding = new Map<string, number>();
  for (const document of documents) {
    for (const stem of new Set(document)) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  }
  const idf = (stem: string) => Math.log(1 + documents.length / (holding.get(stem) ?? 1));
  const vector = (stems: readonly string[]): SparseVector => {
    const counts = new Map<string, number>();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    let square = 0;
    for (const [stem, count] of counts) {
      const weight = (1 + Math.log(count)) * idf(stem);
      counts.set(stem, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [stem, weight] of counts) counts.set(stem, weight / length);
    return counts;
  };
  return { idf, vector };
}

/** Cosines of one vector with many, by an inverted index. */
export function buildCosines(vectors: readonly SparseVector[]): (query: SparseVector) => Float64Array {
  const lists = new Map<string, { at: number[]; weight: number[] }>();
  for (const [at, vector] of vectors.entries()) {
    for (const [stem, weight] of vector) {
      const list = lists.get(stem) ?? { at: [], weight: [] };
      list.at.push(at);
      list.weight.push(weight);
      lists.set(stem, list);
    }
  }
  // plain arrays while they grow, typed ones to read: this is the innermost loop of every ranking
  const postings = new Map(
    Array.from(lists, ([stem, { at, weight }]) => [
      stem,
      { at: Int32Array.from(at), weight: Float64Array.from(weight) },
    ]),
  );
  return (query) => {
    const scores = new Float64Array(vectors.length);
    for (const [stem, own] of query) {
      const posting = postings.get(stem);
      if (posting === undefined) continue;
      const { at, weight } = posting;
      for (let place = 0; place < at.length; place += 1) {
        const note = at[place] ?? 0;
        scores[note] = (scores[note] ?? 0) + own * (weight[place] ?? 0);
      }
    }
    return scores;
  };
}
