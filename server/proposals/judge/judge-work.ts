import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import { type JudgeWay, wayFor } from '../../../models/tasks/judge-links.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import type { ProposalDeps, ProposeDeps } from '../deps.ts';
import { makeTrials } from '../eval/trials.ts';
import { orderFocus } from '../focus/order-focus.ts';
import { mostAtOnce } from '../focus/propose-by-focus.ts';
import { wordSignals } from '../signals/word-signals.ts';
import { readVault } from './judge.cypher.ts';
import { judgingModel } from './judging-model.ts';
import { type JudgeTrial, type JudgeTrialInput, trialJudge } from './trial-judge.ts';

/** Of a large vault so many notes, region by region. */
const mostTried = 1500;

export interface JudgeJob {
  vaultId: string;
}

/** Tests the chosen model in a vault; `report` hears how far it is. */
export type TryJudge = (
  asked: { vaultId: string; way: JudgeWay },
  options: Pick<JudgeTrialInput, 'signal' | 'report'>,
) => Promise<JudgeTrial>;

/** The job: whether the chosen model judges links of this vault better than the signals alone. `onTrial` keeps what it found. */
export function judgeWork(
  { graph, models }: Pick<ProposalDeps, 'graph' | 'models'>,
  tryJudge: TryJudge,
  onTrial: (vaultId: string, trial: JudgeTrial) => Promise<void>,
): JobWork<JudgeJob> {
  return async ({ vaultId }, { signal, report }) => {
    const rows = await graph.read((tx) => tx.run(readVault, { vaultId }));
    if (z.array(z.unknown()).parse(rows).length === 0)
      throw new AppError('vault_not_found', { values: { vault: vaultId } });
    const trial = await tryJudge({ vaultId, way: wayFor(judgingModel(models)) }, { signal, report });
    await onTrial(vaultId, trial);
    return { ...trial };
  };
}

/** `TryJudge` on this thread. */
export async function tryJudgeIn(
  { graph, corpora, models }: Pick<ProposeDeps, 'graph' | 'corpora' | 'models'>,
  { vaultId, way }: Parameters<TryJudge>[0],
  options: Parameters<TryJudge>[1],
): Promise<JudgeTrial> {
  const isLarge = (await corpora.count(vaultId)) > mostAtOnce;
  const some = isLarge ? (await orderFocus(graph, { vaultId, seen: [] })).slice(0, mostTried) : [];
  const { corpus } = await (isLarge ? corpora.part(vaultId, some) : corpora.read(vaultId));
  const trials = makeTrials(corpus, { hide: 0.2, seeds: [7, 11, 13], mode: 'removed' });
  return trialJudge({ trials, signals: wordSignals, models, way, ...options });
}
