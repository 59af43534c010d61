import type { Corpus } from '../proposals/signals/corpus.ts';
import { type Chance, chanceLinks } from './chance-links.ts';
import { allPairs, pairAt } from './cross-links.ts';
import { linkMass } from './link-mass.ts';

/** All that the figures need, as plain data: it goes to a thread. */
export interface FiguresInput {
  /** null: only what chance would give */
  corpus: Corpus | null;
  /** region of each note of the corpus, −1: in none or set aside */
  corpusRegionOf: number[];
  /** linked pairs of the notes that count, by region */
  linked: [number, number][];
  regions: string[];
}

/** What two regions would be joined by: the model's expectation (null before it is known), and chance alone. */
export interface PairFigures {
  mass: number | null;
  chance: Chance;
}

/** Regions' ids, sorted and joined by a line break → figures. */
export type GapFigures = Map<string, PairFigures>;

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

const seed = 1;

export async function gapFigures(input: FiguresInput): Promise<GapFigures> {
  const { corpus, corpusRegionOf, linked, regions } = input;
  const own = regions.map((_, at) => at);
  const chance = chanceLinks(linked, own, regions.length);
  const division = { regionOf: corpusRegionOf, regions: regions.length };
  const [mass] = corpus === null ? [] : await linkMass(corpus, [division], { seed });
  return new Map(
    allPairs(regions.length).map(({ from, to }) => {
      const at = pairAt(regions.length, from, to);
      return [
        pairKey(regions[from] ?? '', regions[to] ?? ''),
        {
          mass: mass?.[at] ?? null,
          chance: chance.get(at) ?? { mean: 0, low: 0, high: 0 },
        },
      ];
    }),
  );
}
