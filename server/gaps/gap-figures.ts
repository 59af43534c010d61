import type { Ranker } from '../proposals/fusion/ranker.ts';
import type { CorpusIndex } from '../proposals/signals/corpus-index.ts';
import { type Chance, chanceLinks } from './chance-links.ts';
import { allPairs, pairAt } from './cross-links.ts';
import { linkMass } from './link-mass.ts';

/** What figures are asked for, as plain data: it goes to a thread. */
export interface FiguresAsked {
  /** null: of the whole field */
  vaultId: string | null;
  /** ids */
  regions: string[];
  /** note → its region's place in `regions`; notes in none or set aside are not there */
  regionOf: ReadonlyMap<string, number>;
  /** linked pairs of the notes that count, by region; those that came by accepted proposals are not among them */
  linked: [number, number][];
  /** notes that an accepted proposal linked: what is expected is told as if they were not, so that a decision cannot move it */
  accepted: [string, string][];
}

/** What the model expects links by. The ranker weighs words and links alone. */
export interface Expecting {
  index: CorpusIndex;
  ranker: Ranker;
}

/** What two regions would be joined by: the model's expectation (null before it is known), and chance alone. */
export interface PairFigures {
  mass: number | null;
  chance: Chance;
  /** a person rejected a link between them */
  isDoubted?: boolean;
}

/** Regions' ids, sorted and joined by a line break → figures. */
export type GapFigures = Map<string, PairFigures>;

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** `expecting` null: only what chance would give. */
export async function gapFigures(
  { linked, regions, regionOf }: FiguresAsked,
  expecting: Expecting | null,
  signal?: AbortSignal,
): Promise<GapFigures> {
  const own = regions.map((_, at) => at);
  const chance = chanceLinks(linked, own, regions.length);
  const mass = expecting && (await massOf(expecting, { regionOf, regions: regions.length, signal }));
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

async function massOf(
  { index, ranker }: Expecting,
  {
    regionOf,
    regions,
    signal,
  }: { regionOf: ReadonlyMap<string, number>; regions: number; signal: AbortSignal | undefined },
): Promise<Float64Array | undefined> {
  const division = { regionOf: index.corpus.notes.map(({ id }) => regionOf.get(id) ?? -1), regions };
  const [mass] = await linkMass(index, [division], { ranker, signal });
  return mass;
}
