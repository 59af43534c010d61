import type { Stems } from './texts-as-stems.ts';

/** Scores of every text for a question. */
export type QuickIndex = (question: Map<number, number>) => Float64Array;

/** Cosine of (1 + ln tf) · ln(n / df). */
export function tfIdfIndex({ texts, spread }: Stems): QuickIndex {
  const weigh = (text: Map<number, number>) => {
    const weights = Array.from(
      text,
      ([at, count]) =>
        [at, (1 + Math.log(count)) * Math.log((texts.length + 1) / (spread[at] ?? 1))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return weights.map(([at, weight]) => [at, weight / length] as const);
  };
  const postings: [number, number][][] = spread.map(() => []);
  for (const [index, text] of texts.entries())
    for (const [at, weight] of weigh(text)) postings[at]?.push([index, weight]);
  return (question) => {
    const scores = new Float64Array(texts.length);
    for (const [at, weight] of weigh(question))
      for (const [index, other] of postings[at] ?? []) scores[index] = (scores[index] ?? 0) + weight * other;
    return scores;
  };
}

/** The usual constant of smooth inverse frequency, and how it is used (Arora, Liang, Ma, ICLR 2017): weighted mean of word vectors, first principal component out. */
const smooth = 1e-3;

/** `words`: a vector for some of the stems; a text is what its known stems say together. */
export function staticIndex({ texts, counts }: Stems, words: ReadonlyMap<number, Float32Array>): QuickIndex {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const length = words.values().next().value?.length ?? 0;
  const middle = meanOf([...words.values()], length);
  const meanVector = (text: Map<number, number>) => {
    const sum = new Float64Array(length);
    for (const [at, count] of text) {
      const word = words.get(at);
      const weight = ((1 + Math.log(count)) * smooth) / (smooth + (counts[at] ?? 0) / all);
      if (word)
        for (let d = 0; d < length; d++)
          sum[d] = (sum[d] ?? 0) + weight * ((word[d] ?? 0) - (middle[d] ?? 0));
    }
    return unit(sum);
  };
  const means = texts.map(meanVector);
  const centre = meanOf(means, length);
  const centred = means.map((vector) => vector.map((value, d) => value - (centre[d] ?? 0)));
  const first = firstComponent(centred, length);
  const ownOf = (vector: Float64Array) => {
    const along = dot(vector, first);
    return unit(vector.map((value, d) => value - along * (first[d] ?? 0)));
  };
  const rows = centred.map(ownOf);
  return (question) => {
    const asked = ownOf(meanVector(question).map((value, d) => value - (centre[d] ?? 0)));
    return Float64Array.from(rows, (row) => dot(row, asked));
  };
}

/** Sum of both, each by its own mean and spread. */
export function fusedIndex(one: QuickIndex, other: QuickIndex): QuickIndex {
  return (question) => {
    const [a, b] = [standard(one(question)), standard(other(question))];
    return a.map((value, at) => value + (b[at] ?? 0));
  };
}

function standard(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return scores.map((score) => (score - mean) / (Math.sqrt(variance) || 1));
}

/** By power iteration. */
function firstComponent(rows: readonly Float64Array[], length: number): Float64Array {
  let component = unit(new Float64Array(length).fill(1));
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(length);
    for (const row of rows) {
      const along = dot(row, component);
      for (let d = 0; d < length; d++) next[d] = (next[d] ?? 0) + along * (row[d] ?? 0);
    }
    component = unit(next);
  }
  return component;
}

function meanOf(rows: readonly ArrayLike<number>[], length: number): Float64Array {
  const mean = new Float64Array(length);
  for (const row of rows)
    for (let d = 0; d < length; d++) mean[d] = (mean[d] ?? 0) + (row[d] ?? 0) / rows.length;
  return mean;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
