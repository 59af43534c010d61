import { AppError } from '../../../graph-schema/app-error.ts';
import { resolution as fieldResolution } from '../../field/settle.ts';
import { corpusFromSources } from '../../proposals/signals/from-sources.ts';
import { type HideMode, hideLinks, linkedPairs } from '../../proposals/signals/hide-links.ts';
import type { Corpus } from '../../proposals/signals/corpus.ts';
import { shuffle } from '../../proposals/shuffle.ts';
import { resolveLinks } from '../../vault/resolve/resolve-links.ts';
import { scanVault } from '../../vault/scan.ts';
import { adjustedRand } from './adjusted-rand.ts';
import { corpusRegions } from './corpus-regions.ts';
import { evalGapTrial, type GapTrial, type RankingWorth } from './eval-gap-trial.ts';

export interface EvalGapsInput {
  dir: string;
  /** default 7 11 13 17 19 */
  seeds?: readonly number[];
  /** default removed */
  mode?: HideMode;
  /** grains of the regions; default 2 and 3, so that the figure does not hang on one */
  resolutions?: readonly number[];
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

export interface EvalGapsResult {
  notes: number;
  links: number;
  mode: HideMode;
  seeds: number[];
  /** means over the trials: regions, pairs of them that lost all their links, pairs that could have */
  regions: number;
  pairs: number;
  possible: number;
  fixed: RankingWorth;
  recomputed: RankingWorth;
  /** standard deviations over the seeds of the two precisions */
  spread: { fixed: number; recomputed: number };
  /** adjusted Rand index of the field's regions with a fifth of all links hidden */
  stability: number;
  seconds: number;
}

const hiddenShare = 0.2;

/**
 * Takes all links between a third of the joined regions away and measures how many of these pairs come back among the largest gaps: the protocol of judgement.md, in memory,
 * from the folder alone and without any model.
 * @throws AppError vault_not_found, vault_not_folder, vault_empty, bad_input (too few joined regions)
 */
export async function evalGaps(input: EvalGapsInput): Promise<EvalGapsResult> {
  const started = performance.now();
  const { seeds = [7, 11, 13, 17, 19], mode = 'removed', resolutions = [2, 3], signal } = input;
  const scan = await scanVault(input.dir, signal === undefined ? {} : { signal });
  if (scan.sources.length === 0) throw new AppError('vault_empty', { values: { path: input.dir } });
  const corpus = corpusFromSources(scan.sources, resolveLinks(scan.sources, scan.others).links);
  const trials: (GapTrial & { seed: number })[] = [];
  for (const seed of seeds) {
    for (const resolution of resolutions) {
      signal?.throwIfAborted();
      trials.push({ seed, ...(await evalGapTrial({ corpus, seed, mode, resolution, signal })) });
      input.report?.({ done: trials.length, total: seeds.length * resolutions.length });
    }
  }
  if (trials.every(({ pairs }) => pairs === 0))
    throw new AppError('bad_input', { values: { path: input.dir, possible: 0 } });
  const bySeed = (value: (trial: GapTrial) => number) =>
    seeds.map((seed) => mean(trials.filter((trial) => trial.seed === seed).map(value)));
  return {
    notes: corpus.notes.length,
    links: linkedPairs(corpus).length,
    mode,
    seeds: [...seeds],
    regions: mean(trials.map(({ regions }) => regions)),
    pairs: mean(trials.map(({ pairs }) => pairs)),
    possible: mean(trials.map(({ possible }) => possible)),
    fixed: meanWorth(trials.map(({ fixed }) => fixed)),
    recomputed: meanWorth(trials.map(({ recomputed }) => recomputed)),
    spread: {
      fixed: deviation(bySeed(({ fixed }) => fixed.precision)),
      recomputed: deviation(bySeed(({ recomputed }) => recomputed.precision)),
    },
    stability: mean(seeds.map((seed) => stabilityOf(corpus, seed))),
    seconds: (performance.now() - started) / 1000,
  };
}

function stabilityOf(corpus: Corpus, seed: number): number {
  const pairs = linkedPairs(corpus);
  const hidden = shuffle(pairs, seed).slice(0, Math.round(hiddenShare * pairs.length));
  // what is in no region stands alone
  const [before, after] = [corpus, hideLinks(corpus, hidden, 'removed')].map((one) =>
    Array.from(corpusRegions(one, fieldResolution).regionOf, (region, at) =>
      region < 0 ? `alone ${at}` : String(region),
    ),
  );
  return adjustedRand(before ?? [], after ?? []);
}

function meanWorth(worths: readonly RankingWorth[]): RankingWorth {
  const of = (key: keyof RankingWorth) => mean(worths.map((worth) => worth[key]));
  return {
    precision: of('precision'),
    unlinked: of('unlinked'),
    firstThree: of('firstThree'),
    degree: of('degree'),
    random: of('random'),
    ceiling: of('ceiling'),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** Sample standard deviation; 0 for one value. */
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
}
