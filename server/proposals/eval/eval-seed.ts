import { readCandidates } from '../fusion/candidates.ts';
import { type Ranker, scoreCandidates, trainRanker } from '../fusion/ranker.ts';
import type { Corpus } from '../signals/corpus.ts';
import { buildCorpusIndex, type CorpusIndex } from '../signals/corpus-index.ts';
import type { Pair } from '../signals/hide-links.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import { adamicAdar, exactMentions, oneSignal } from './baselines.ts';
import { createCalibration } from './calibration.ts';
import { createTally, type Measures, type Tally } from './tally.ts';

export interface Trial {
  seed: number;
  hidden: readonly Pair[];
  /** the corpus without the hidden links: all that signals, weights and statistics are made from */
  visible: Corpus;
  signals: readonly NamedSignal[];
  without: readonly string[];
}

export interface SeedResult {
  full: ReturnType<Tally['read']>;
  without: Record<string, Measures>;
  /** what each step adds to the reciprocal rank of each hidden link, by source */
  gains: Record<string, number[][]>;
  baselines: Record<string, Measures>;
  /** calibration error among the surest 2 % */
  calibration: number;
  weights: Record<string, number>;
}

type Score = (source: number, targets: readonly number[], columns: readonly Float64Array[]) => Float64Array;

export async function evalSeed({ seed, hidden, visible, signals, without }: Trial): Promise<SeedResult> {
  const index = buildCorpusIndex(visible);
  const built = signals.map(({ build }) => build(index));
  const train = trainRanker(visible, signals, { seed });
  const full = await train(signals);
  const methods: { name: string; score: Score; tally: Tally }[] = [];
  const take = (name: string, score: Score) => methods.push({ name, score, tally: createTally() });
  take('full', fused(full));
  for (const step of without) take(`without ${step}`, fused(await withoutStep(step, signals, train)));
  for (const [name, score] of baselines(index, signals)) take(`baseline ${name}`, score);

  const calibration = createCalibration();
  const wanted = new Set(hidden.map((pair) => pair.source * index.size + pair.target));
  for (let source = 0; source < index.size; source += 1) {
    const { targets, columns } = readCandidates(index, built, source);
    const isHidden = targets.map((target) => wanted.has(source * index.size + target));
    for (const { name, score, tally } of methods) {
      const scores = score(source, targets, columns);
      tally.add(scores, isHidden);
      if (name === 'full') calibration.add(scores, isHidden);
    }
  }
  const named = (prefix: string) =>
    Object.fromEntries(
      methods
        .filter(({ name }) => name.startsWith(prefix))
        .map(({ name, tally }) => [name.slice(prefix.length), tally.read().measures]),
    );
  const ours = methods[0]?.tally.read() ?? createTally().read();
  const gains = methods
    .filter(({ name }) => name.startsWith('without '))
    .map(({ name, tally }) => {
      const theirs = tally.read().reciprocal;
      const gain = ours.reciprocal.map((own, at) =>
        own.map((each, link) => each - (theirs[at]?.[link] ?? 0)),
      );
      return [name.slice('without '.length), gain] as const;
    });
  return {
    full: ours,
    without: named('without '),
    gains: Object.fromEntries(gains),
    baselines: named('baseline '),
    calibration: calibration.read(),
    weights: Object.fromEntries(signals.map(({ name }, at) => [name, full.linear.weights[at] ?? 0])),
  };
}

function fused(model: Ranker): Score {
  return (_source, targets, columns) => scoreCandidates(model, columns, targets.length);
}

function withoutStep(
  step: string,
  signals: readonly NamedSignal[],
  train: ReturnType<typeof trainRanker>,
): Promise<Ranker> {
  if (step === 'refit') return train(signals, { refit: false });
  if (step === 'trees') return train(signals, { trees: false });
  const left = signals.filter(({ name }) =>
    step === 'embeddings' ? !name.startsWith('embedded') : name !== step,
  );
  return train(left);
}

function baselines(index: CorpusIndex, signals: readonly NamedSignal[]): [string, Score][] {
  const raw = (rows: (source: number) => Float64Array): Score => {
    return (source, targets) => {
      const row = rows(source);
      return Float64Array.from(targets, (target) => row[target] ?? 0);
    };
  };
  const sum: Score = (_source, targets, columns) =>
    Float64Array.from(targets, (_, at) => columns.reduce((total, column) => total + (column[at] ?? 0), 0));
  const single: [string, Score][] = signals
    .filter(({ name }) => ['tfidf', 'mention', 'embeddedNote'].includes(name))
    .map(({ name, build }) => [baselineNames[name] ?? name, raw(oneSignal(build)(index))]);
  return [
    ...single,
    ['exactMentions', raw(exactMentions(index))],
    ['adamicAdar', raw(adamicAdar(index))],
    ['sumOfZ', sum],
  ];
}

const baselineNames: Readonly<Record<string, string>> = { mention: 'mentions', embeddedNote: 'embedding' };
