import type { BuildSignal } from './signal.ts';
import { buildCosines } from './tf-idf.ts';

/** Letters on each side of a link that count as what was being said. */
const reach = 150;

/** The source speaks as others do where they link the target: tf-idf cosine of the source with the words around all visible links to the target. Range 0–1. */
export const buildLinkContext: BuildSignal = (index) => {
  const around = index.corpus.notes.map((): string[] => []);
  for (const [source, note] of index.corpus.notes.entries()) {
    for (const link of note.links) {
      if (link.target === source || link.end === link.start) continue;
      const near = note.words.filter(
        (word) => word.start > link.start - reach && word.end < link.end + reach,
      );
      around[link.target]?.push(...near.map((word) => word.stem));
    }
  }
  const cosines = buildCosines(around.map((stems) => index.tfIdf.vector(stems)));
  return { name: 'linkContext', row: (source) => cosines(index.vectors[source] ?? new Map()) };
};
