import { namesOf } from './corpus-index.ts';
import type { BuildSignal } from './signal.ts';

/** How much of the target's title stands in the source's plain text, in any order and form: share of its idf × √ of all its idf, so that a long rare title counts for more. Range ≥ 0. */
export const buildTitleWords: BuildSignal = (index) => {
  const titles = index.corpus.notes.map((note) => {
    const stems = [...new Set(namesOf(note)[0] ?? [])];
    return stems.map((stem) => ({ stem, idf: index.tfIdf.idf(stem) }));
  });
  return {
    name: 'titleWords',
    row(source) {
      const words = index.corpus.notes[source]?.words ?? [];
      const present = new Set(words.filter((word) => word.link < 0).map((word) => word.stem));
      return Float64Array.from(titles, (title) => {
        const whole = title.reduce((sum, { idf }) => sum + idf, 0);
        const found = title.reduce((sum, { stem, idf }) => sum + (present.has(stem) ? idf : 0), 0);
        return whole === 0 ? 0 : found / Math.sqrt(whole);
      });
    },
  };
};
