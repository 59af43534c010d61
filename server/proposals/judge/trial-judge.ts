import type { JudgeWay } from '../../../models/tasks/judge-links.ts';
import { judgeLinks, judgeLinksVersion } from '../../../models/tasks/judge-links.ts';
import type { Models } from '../../../models/models.ts';
import type { HiddenLinks } from '../eval/trials.ts';
import { readCandidates } from '../fusion/candidates.ts';
import { scoreCandidates, trainRanker } from '../fusion/ranker.ts';
import { shuffle } from '../shuffle.ts';
import type { CorpusNote } from '../signals/corpus.ts';
import { buildCorpusIndex } from '../signals/corpus-index.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import { judgedNote } from './judged-note.ts';
import { pairedInterval } from './paired-interval.ts';
import {
  fitVerdicts,
  gains,
  type JudgedCandidate,
  reciprocalRanks,
  type VerdictScale,
} from './verdict-weight.ts';

export interface JudgeTrialInput {
  trials: readonly HiddenLinks[];
  signals: readonly NamedSignal[];
  models: Pick<Models, 'judge'>;
  way: JudgeWay;
  /** sources that are judged, over all trials together; default 60 */
  sources?: number;
  signal?: AbortSignal | undefined;
  report?: ((progress: { done: number; total: number }) => void) | undefined;
}

export interface JudgeTrial extends VerdictScale {
  model: string;
  way: JudgeWay;
  version: string;
  /** sources and hidden links that were judged */
  sources: number;
  links: number;
  /** mean reciprocal rank of the hidden links among the first candidates, without and with the judge */
  before: number;
  after: number;
  /** after − before, and its 95 % interval */
  difference: number;
  interval: [number, number];
  /** whether the whole interval lies above zero: only then may it be switched on */
  pays: boolean;
  promptTokens: number;
  pairs: number;
  seconds: number;
}

const defaultSources = 60;
/** The judge sees what ranks first; it could not lift what is further down in any time that a person would wait. */
const candidatesEach = 15;

/**
 * Whether the judge puts hidden links higher than the ranker alone does. Its weight is fitted on one half of the sources and measured on the other,
 * both ways, so that the difference is not what the weight was chosen for.
 */
export async function trialJudge(input: JudgeTrialInput): Promise<JudgeTrial> {
  const { trials, signals, models, way, sources: most = defaultSources, signal, report } = input;
  const began = performance.now();
  const each = Math.ceil(most / trials.length);
  const judged: JudgedCandidate[][] = [];
  let [promptTokens, model] = [0, ''];
  for (const trial of trials) {
    for (const { source, candidates } of await firstCandidates(trial, signals, each, signal)) {
      if (judged.length >= most) break;
      signal?.throwIfAborted();
      const asked = {
        source: judgedNote(source),
        candidates: candidates.map(({ note }) => judgedNote(note)),
        way,
      };
      const said = await judgeLinks(models, asked, { priority: 'background', ...(signal && { signal }) });
      promptTokens += said.promptTokens;
      model = said.model;
      judged.push(
        candidates.map(({ score, isHidden }, at) => ({
          score,
          isHidden,
          probability: said.verdicts[at]?.probability ?? 0.5,
        })),
      );
      report?.({ done: judged.length, total: most });
    }
  }
  const halves = [judged.filter((_, at) => at % 2 === 0), judged.filter((_, at) => at % 2 === 1)];
  const perSource = halves.flatMap((half, at) => {
    const scale = fitVerdicts(halves[1 - at] ?? []);
    return half.map((source) => gains(source, scale));
  });
  const { difference, interval } = pairedInterval(perSource);
  const ranks = judged.flatMap(reciprocalRanks);
  const before = ranks.reduce((sum, rank) => sum + rank, 0) / (ranks.length || 1);
  return {
    ...fitVerdicts(judged),
    model,
    way,
    version: judgeLinksVersion,
    sources: judged.length,
    links: ranks.length,
    before,
    after: before + difference,
    difference,
    interval,
    pays: interval[0] > 0,
    promptTokens,
    pairs: judged.reduce((sum, { length }) => sum + length, 0),
    seconds: (performance.now() - began) / 1000,
  };
}

interface Candidates {
  source: CorpusNote;
  candidates: { note: CorpusNote; score: number; isHidden: boolean }[];
}

/** The ranker's first candidates of some sources, each with a hidden link among them: no other can tell anything. */
async function firstCandidates(
  { seed, hidden, visible }: HiddenLinks,
  signals: readonly NamedSignal[],
  most: number,
  signal: AbortSignal | undefined,
): Promise<Candidates[]> {
  const index = buildCorpusIndex(visible);
  const ranker = await trainRanker(visible, signals, { seed, signal })(signals);
  const built = signals.map(({ build }) => build(index));
  const wanted = new Set(hidden.map(({ source, target }) => `${source} ${target}`));
  const found: Candidates[] = [];
  for (const at of shuffle([...new Set(hidden.map(({ source }) => source))], seed)) {
    if (found.length >= most) break;
    const { targets, columns } = readCandidates(index, built, at);
    const scores = scoreCandidates(ranker, columns, targets.length);
    const source = visible.notes[at];
    const candidates = targets
      .flatMap((target, place) => {
        const note = visible.notes[target];
        return note ? [{ note, score: scores[place] ?? 0, isHidden: wanted.has(`${at} ${target}`) }] : [];
      })
      .toSorted((a, b) => b.score - a.score)
      .slice(0, candidatesEach);
    if (source && candidates.some(({ isHidden }) => isHidden)) found.push({ source, candidates });
  }
  return found;
}
