import { trainRanker } from '../../proposals/fusion/ranker.ts';
import { buildCorpusIndex } from '../../proposals/signals/corpus-index.ts';
import { wordSignals } from '../../proposals/signals/word-signals.ts';
import { hideLinks, type HideMode, linkedPairs } from '../../proposals/signals/hide-links.ts';
import type { Corpus } from '../../proposals/signals/corpus.ts';
import { linkedTargets } from '../../proposals/signals/corpus.ts';
import { shuffle } from '../../proposals/shuffle.ts';
import { crossLinks, linkedNotes, pairAt } from '../cross-links.ts';
import { type Division, linkMass } from '../link-mass.ts';
import { scorePairs, type ScoredPair, sizesOf } from '../score-pairs.ts';
import { setAside } from '../set-aside.ts';
import { corpusRegions } from './corpus-regions.ts';

/** What one ranking of pairs is worth: shares of the k hidden pairs that are among the first k. */
export interface RankingWorth {
  precision: number;
  /** the pairs without any visible link alone: hidden ones have none, others may */
  unlinked: number;
  /** share of the first three that are hidden */
  firstThree: number;
  degree: number;
  random: number;
  /** what a perfect ranking would reach: below 1 where hidden pairs have merged or are joined again */
  ceiling: number;
}

export interface GapTrial {
  /** pairs of regions that lost all their links, and those that could have */
  pairs: number;
  possible: number;
  regions: number;
  fixed: RankingWorth;
  recomputed: RankingWorth;
}

/** A pair that has this many links can lose them; one with fewer visible links is ranked. */
const fewestLinks = 3;
const mostHidden = 20;

/** Hides all links of a third of the joined pairs of regions and ranks the pairs that are scarcely joined. Everything that ranks sees the visible corpus alone. */
export async function evalGapTrial(trial: {
  corpus: Corpus;
  seed: number;
  mode: HideMode;
  resolution: number;
  signal?: AbortSignal | undefined;
}): Promise<GapTrial> {
  const { corpus, seed, mode, resolution, signal } = trial;
  const before = corpusRegions(corpus, resolution);
  const hiding = chooseHidden(corpus, countedDivision(corpus, before), seed);
  const visible = hideLinks(corpus, hiding.links, mode);
  const after = corpusRegions(visible, resolution);
  const [fixed, recomputed] = await rankVisible(visible, [before, after], { seed, signal });
  const images = imagesOf(hiding.pairs, before, after);
  return {
    pairs: hiding.pairs.size,
    possible: hiding.possible,
    regions: before.regions,
    fixed: worthOf(fixed ?? [], hiding.pairs, { wanted: hiding.pairs.size, regions: before.regions }),
    recomputed: worthOf(recomputed ?? [], images, { wanted: hiding.pairs.size, regions: after.regions }),
  };
}

/** The scarcely joined pairs of each division, scored from what is visible. Exported for the test that plants a leak. */
export async function rankVisible(
  visible: Corpus,
  divisions: readonly Division[],
  options: { seed: number; signal?: AbortSignal | undefined },
): Promise<ScoredPair[][]> {
  const out = outOf(visible);
  const counted = divisions.map((division) => countedDivision(visible, division));
  const ranker = await trainRanker(visible, wordSignals, options)(wordSignals, { trees: false });
  const masses = await linkMass(buildCorpusIndex(visible), counted, { ranker, signal: options.signal });
  return counted.map(({ regionOf, regions }, which) => {
    const links = crossLinks(linkedNotes(out, regionOf), regionOf, regions);
    const directed = directedBetween(out, regionOf, regions);
    return scorePairs(links, masses[which] ?? new Float64Array(), sizesOf(regionOf, regions)).filter(
      ({ from, to }) => (directed.get(pairAt(regions, from, to)) ?? 0) < fewestLinks,
    );
  });
}

/** Hubs and dated notes are in no region: they are set aside as the product sets them aside. */
function countedDivision(corpus: Corpus, { regionOf, regions }: Division): Division {
  const around = outOf(corpus);
  const out = outOf(corpus);
  for (const [source, targets] of out.entries()) for (const target of targets) around[target]?.add(source);
  const aside = setAside(
    corpus.notes.map(({ title }) => title),
    around,
  );
  return { regions, regionOf: Array.from(regionOf, (region, at) => (aside[at] === true ? -1 : region)) };
}

function outOf({ notes }: Corpus): Set<number>[] {
  return notes.map((note, at) => linkedTargets(note, at));
}

/** Links between regions, each direction counted. */
function directedBetween(out: readonly ReadonlySet<number>[], regionOf: ArrayLike<number>, regions: number) {
  const between = new Map<number, number>();
  for (const [source, targets] of out.entries()) {
    for (const target of targets) {
      const [a, b] = [regionOf[source] ?? -1, regionOf[target] ?? -1];
      if (a < 0 || b < 0 || a === b) continue;
      const at = pairAt(regions, a, b);
      between.set(at, (between.get(at) ?? 0) + 1);
    }
  }
  return between;
}

function chooseHidden(corpus: Corpus, { regionOf, regions }: Division, seed: number) {
  const out = outOf(corpus);
  const joined = directedBetween(out, regionOf, regions);
  const possible = [...joined].filter(([, count]) => count >= fewestLinks).map(([at]) => at);
  const pairs = new Set(
    shuffle(possible, seed).slice(0, Math.min(mostHidden, Math.round(possible.length / 3))),
  );
  const links = linkedPairs(corpus).filter(({ source, target }) => {
    const [a, b] = [regionOf[source] ?? -1, regionOf[target] ?? -1];
    return a >= 0 && b >= 0 && a !== b && pairs.has(pairAt(regions, a, b));
  });
  return { possible: possible.length, pairs, links };
}

/** Where hidden pairs are among the regions found again: each region goes on as the one that holds most of its notes. Merged ones are nowhere. */
function imagesOf(hidden: ReadonlySet<number>, before: Division, after: Division): Set<number> {
  const overlap = Array.from({ length: before.regions }, () => new Map<number, number>());
  for (const [note, region] of Array.from(before.regionOf).entries()) {
    const later = after.regionOf[note] ?? -1;
    if (region < 0 || later < 0) continue;
    overlap[region]?.set(later, (overlap[region]?.get(later) ?? 0) + 1);
  }
  const heir = overlap.map(
    (counts) => [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1,
  );
  const images = new Set<number>();
  for (const at of hidden) {
    const [a, b] = [heir[Math.floor(at / before.regions)] ?? -1, heir[at % before.regions] ?? -1];
    if (a >= 0 && b >= 0 && a !== b) images.add(pairAt(after.regions, a, b));
  }
  return images;
}

function worthOf(
  pairs: readonly ScoredPair[],
  hidden: ReadonlySet<number>,
  { wanted, regions }: { wanted: number; regions: number },
): RankingWorth {
  const isHidden = ({ from, to }: ScoredPair) => hidden.has(pairAt(regions, from, to));
  const first = (ranked: readonly ScoredPair[], most: number, by: (pair: ScoredPair) => number) =>
    ranked
      .toSorted((a, b) => by(b) - by(a))
      .slice(0, most)
      .filter(isHidden).length / (most || 1);
  const score = (pair: ScoredPair) => pair.score;
  const found = pairs.filter(isHidden).length;
  const bare = pairs.filter(({ joined }) => joined === 0);
  return {
    precision: first(pairs, wanted, score),
    unlinked: first(bare, Math.min(wanted, bare.length), score),
    firstThree: first(pairs, Math.min(3, wanted), score),
    degree: first(pairs, wanted, ({ degreeProduct }) => degreeProduct),
    random: found / (pairs.length || 1),
    ceiling: Math.min(1, found / (wanted || 1)),
  };
}
