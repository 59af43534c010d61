import { countedText } from '../../field/counted-text.ts';
import { findRegions } from '../../field/find-regions.ts';
import { regionTies } from '../../field/region-ties.ts';
import { termsOf } from '../../field/terms.ts';
import type { Corpus } from '../../proposals/signals/corpus.ts';
import type { Division } from '../link-mass.ts';

/** Regions of a corpus as the field finds them, from its texts and its links and nothing else. */
export function corpusRegions(corpus: Corpus, resolution: number): Division {
  const { vectors } = termsOf(
    corpus.notes.map(({ id, title, text }) => ({ id, title, text: countedText(text) })),
  );
  const counts = new Map<string, { a: string; b: string; count: number }>();
  for (const [source, note] of corpus.notes.entries()) {
    for (const { target } of note.links) {
      const other = corpus.notes[target]?.id;
      if (other === undefined || target === source) continue;
      const [a, b] = note.id < other ? [note.id, other] : [other, note.id];
      const known = counts.get(`${a}\n${b}`) ?? { a, b, count: 0 };
      counts.set(`${a}\n${b}`, { ...known, count: known.count + 1 });
    }
  }
  const groups = findRegions(
    corpus.notes.map(({ id }) => id),
    regionTies(vectors, [...counts.values()]),
    { seed: 'gaps', resolution },
  );
  const regionById = new Map(groups.flatMap((group, at) => group.map((id) => [id, at] as const)));
  return {
    regionOf: corpus.notes.map(({ id }) => regionById.get(id) ?? -1),
    regions: groups.length,
  };
}
