import type { BuildSignal } from './signal.ts';

/** Cosine of the two notes' stemmed tf-idf vectors. Range 0–1. */
export const buildNoteSimilarity: BuildSignal = (index) => ({
  name: 'tfidf',
  row(source) {
    return index.alike(source);
  },
});
