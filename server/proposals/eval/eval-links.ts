import { AppError } from '../../../graph-schema/app-error.ts';
import type { Models } from '../../../models/models.ts';
import { resolveLinks } from '../../vault/resolve/resolve-links.ts';
import { scanVault } from '../../vault/scan.ts';
import type { Corpus } from '../signals/corpus.ts';
import { embeddedSignals } from '../signals/embedded.ts';
import { corpusFromSources } from '../signals/from-sources.ts';
import { type HideMode, linkedPairs } from '../signals/hide-links.ts';
import { type NamedSignal, wordSignals } from '../signals/word-signals.ts';
import { collectVectors } from './collect-vectors.ts';
import { type JudgeTrial, trialJudge } from '../judge/trial-judge.ts';
import type { JudgeWay } from '../../../models/tasks/judge-links.ts';
import { type SeedResult, evalSeed } from './eval-seed.ts';
import { type PairedDifference, pairedInterval } from '../judge/paired-interval.ts';
import { makeTrials } from './trials.ts';
import type { Measures, PerSource } from './tally.ts';

export interface EvalLinksInput {
  dir: string;
  /** share of the distinct note→note links that is hidden; default 0.2 */
  hide?: number;
  /** default 7 11 13 17 19 */
  seeds?: readonly number[];
  /** default removed */
  mode?: HideMode;
  /** steps to take away one at a time: a signal's name, `refit`, `trees` or `embeddings` */
  without?: readonly string[];
  /** also measures what the judge adds; needs `models` */
  judge?: { way: JudgeWay; sources?: number };
  /** none: the signals of the embedding model are left out, and `embeddings` says so */
  models?: Models | undefined;
  /** where vectors are kept between runs */
  cache?: string;
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

export interface EvalLinksResult {
  notes: number;
  links: number;
  hidden: number;
  mode: HideMode;
  seeds: number[];
  embeddings: 'used' | 'none';
  full: Measures & { spread: Measures };
  /** ranks without a source's other hidden links */
  filtered: Measures;
  perSource: PerSource;
  without: Record<string, Measures>;
  /** what each step of `without` adds to the MRR, with its 95 % interval over the sources of all seeds */
  adds: Record<string, PairedDifference>;
  baselines: Record<string, Measures>;
  /** calibration error of the probabilities among the surest 2 % */
  calibration: number;
  weights: Record<string, number>;
  judge?: JudgeTrial;
  seconds: number;
}

/**
 * Hides a share of a vault's links and measures how high they come back: the protocol of judgement.md, in memory, from the folder alone.
 * @throws AppError vault_not_found, vault_not_folder, vault_empty, bad_input (an unknown step in `without`)
 */
export async function evalLinks(input: EvalLinksInput): Promise<EvalLinksResult> {
  const { signal } = input;
  const scan = await scanVault(input.dir, signal === undefined ? {} : { signal });
  if (scan.sources.length === 0) throw new AppError('vault_empty', { values: { path: input.dir } });
  const corpus = corpusFromSources(scan.sources, resolveLinks(scan.sources, scan.others).links);
  return evalCorpus(corpus, input);
}

/** The same for notes that are read already. */
export async function evalCorpus(
  corpus: Corpus,
  input: Omit<EvalLinksInput, 'dir'>,
): Promise<EvalLinksResult> {
  const started = performance.now();
  const { hide = 0.2, seeds = [7, 11, 13, 17, 19], mode = 'removed', without = [], signal } = input;
  const trials = makeTrials(corpus, { hide, seeds, mode });
  const embedded = await embedTrials(
    input,
    trials.map((trial) => trial.visible),
  );
  const signals = [...wordSignals, ...embedded];
  checkSteps(without, signals);
  const results: SeedResult[] = [];
  for (const trial of trials) {
    signal?.throwIfAborted();
    results.push(await evalSeed({ ...trial, signals, without }));
    input.report?.({ done: results.length, total: trials.length });
  }
  const judge =
    input.judge && input.models
      ? await trialJudge({
          ...input.judge,
          trials,
          signals,
          models: input.models,
          signal,
          report: input.report,
        })
      : undefined;
  return {
    notes: corpus.notes.length,
    links: linkedPairs(corpus).length,
    hidden: trials[0]?.hidden.length ?? 0,
    mode,
    seeds: [...seeds],
    embeddings: embedded.length > 0 ? 'used' : 'none',
    full: {
      ...means(results.map((r) => r.full.measures)),
      spread: spreads(results.map((r) => r.full.measures)),
    },
    filtered: means(results.map((r) => r.full.filtered)),
    perSource: means(results.map((r) => r.full.perSource)),
    without: byName(results.map((r) => r.without)),
    adds: Object.fromEntries(
      without.map((step) => [step, pairedInterval(results.flatMap((r) => r.gains[step] ?? []))]),
    ),
    baselines: byName(results.map((r) => r.baselines)),
    calibration: means(results.map(({ calibration }) => ({ calibration }))).calibration,
    weights: means(results.map((r) => r.weights)),
    ...(judge && { judge }),
    seconds: (performance.now() - started) / 1000,
  };
}

async function embedTrials(
  input: Omit<EvalLinksInput, 'dir'>,
  corpora: readonly Corpus[],
): Promise<readonly NamedSignal[]> {
  const { models, cache, signal, without = [] } = input;
  const presence = models?.presence().find((each) => each.role === 'embed');
  if (models === undefined || presence?.state.state !== 'ready') return [];
  if (without.length === 1 && without[0] === 'embeddings') return [];
  const vectors = await collectVectors(corpora, { models, cache, model: presence.id ?? 'embed', signal });
  return embeddedSignals((text) => vectors.get(text));
}

function checkSteps(without: readonly string[], signals: readonly NamedSignal[]): void {
  const known = new Set<string>(['refit', 'trees', 'embeddings', ...signals.map(({ name }) => name)]);
  const unknown = without.filter((step) => !known.has(step));
  if (unknown.length > 0) {
    throw new AppError('bad_input', { values: { field: 'without', unknown, known: [...known] } });
  }
}

function means<T extends { [K in keyof T]: number }>(rows: readonly T[]): T {
  const [first] = rows;
  const entries = Object.keys(first ?? {}).map((key) => {
    const values = rows.map((row) => row[key as keyof T]);
    return [key, values.reduce<number>((sum, value) => sum + value, 0) / (values.length || 1)];
  });
  return Object.fromEntries(entries) as T;
}

/** Sample standard deviations over the seeds; 0 for one seed. */
function spreads<T extends { [K in keyof T]: number }>(rows: readonly T[]): T {
  const mean = means(rows);
  const squares = rows.map((row) =>
    Object.fromEntries(
      Object.keys(row).map((key) => [key, (row[key as keyof T] - mean[key as keyof T]) ** 2]),
    ),
  );
  const factor = rows.length > 1 ? rows.length / (rows.length - 1) : 0;
  const variance = means(squares);
  return Object.fromEntries(
    Object.entries(variance).map(([key, value]) => [key, Math.sqrt(value * factor)]),
  ) as T;
}

function byName(rows: readonly Record<string, Measures>[]): Record<string, Measures> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, means(rows.flatMap((row) => row[name] ?? []))]));
}
