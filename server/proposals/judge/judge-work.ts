import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import { wayFor } from '../../../models/tasks/judge-links.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import type { ProposalDeps } from '../deps.ts';
import { makeTrials } from '../eval/trials.ts';
import { loadCorpus } from '../queue/load-corpus.ts';
import { wordSignals } from '../signals/word-signals.ts';
import { readVault } from './judge.cypher.ts';
import { judgingModel } from './judging-model.ts';
import { type JudgeTrial, trialJudge } from './trial-judge.ts';

export interface JudgeJob {
  vaultId: string;
}

/** The job: whether the chosen model judges links of this vault better than the signals alone. `onTrial` keeps what it found. */
export function judgeWork(
  deps: Pick<ProposalDeps, 'graph' | 'models'>,
  onTrial: (vaultId: string, trial: JudgeTrial) => Promise<void>,
): JobWork<JudgeJob> {
  return async ({ vaultId }, context) => {
    const rows = await deps.graph.read((tx) => tx.run(readVault, { vaultId }));
    if (z.array(z.unknown()).parse(rows).length === 0)
      throw new AppError('vault_not_found', { values: { vault: vaultId } });
    const corpus = await loadCorpus(deps.graph, vaultId);
    const trials = makeTrials(corpus, { hide: 0.2, seeds: [7, 11, 13], mode: 'removed' });
    const { signal, report } = context;
    const trial = await trialJudge({
      trials,
      signals: wordSignals,
      models: deps.models,
      way: wayFor(judgingModel(deps.models)),
      signal,
      report,
    });
    await onTrial(vaultId, trial);
    return { ...trial };
  };
}
