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
  const postings = new Map<string, { at: number; weight: number }[]>();
  for (const [at, vector] of vectors.entries()) {
    for (const [stem, weight] of vector) {
      const list = postings.get(stem);
      if (list === undefined) postings.set(stem, [{ at, weight }]);
      else list.push({ at, weight });
    }
  }
  return (query) => {
    const scores = new Float64Array(vectors.length);
    for (const [stem, weight] of query) {
      for (const posting of postings.get(stem) ?? []) {
        scores[posting.at] = (scores[posting.at] ?? 0) + weight * posting.weight;
      }
    }
    return scores;
  };
}
