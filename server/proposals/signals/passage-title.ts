import { namesOf } from './corpus-index.ts';
import type { CorpusNote, CorpusPassage } from './corpus.ts';
import type { BuildSignal } from './signal.ts';
import { buildCosines } from './tf-idf.ts';

/** Best tf-idf cosine of one of the source's passages with the target's title and aliases. Range 0–1. */
export const buildPassageTitle: BuildSignal = (index) => {
  const titles = buildCosines(index.corpus.notes.map((note) => index.tfIdf.vector(namesOf(note).flat())));
  return {
    name: 'passageTitle',
    row(source) {
      const scores = new Float64Array(index.size);
      const note = index.corpus.notes[source];
      for (const passage of note?.passages ?? []) {
        const row = titles(index.tfIdf.vector(stemsWithin(note, passage)));
        for (const [target, score] of row.entries()) {
          if (score > (scores[target] ?? 0)) scores[target] = score;
        }
      }
      return scores;
    },
  };
};

function stemsWithin(note: CorpusNote | undefined, passage: CorpusPassage): string[] {
  const words = note?.words ?? [];
  return words
    .filter((word) => word.start >= passage.start && word.end <= passage.end)
    .map((word) => word.stem);
}
