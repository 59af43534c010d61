import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { JudgesView } from '../../graph-schema/views/judge-view.ts';
import { judgeLinksVersion } from '../../models/tasks/judge-links.ts';
import { judgingModel } from '../proposals/judge/judging-model.ts';
import type { JudgeSwitch } from '../proposals/judge/judge-switch.ts';
import type { Parts } from './open-field.ts';
import type { Services } from './services.ts';
import type { StoredJudge } from './settings-file.ts';

type JudgeParts = Pick<Parts, 'jobs' | 'models' | 'settings'>;

/** The judge in each vault: tested, switched on where that paid, and off again by itself when another model is chosen. */
export function composeJudge(parts: JudgeParts, vaults: Pick<Services['vaults'], 'list'>): Services['judge'] {
  const { jobs, settings } = parts;
  const view = async (): Promise<JudgesView> => ({
    model: modelNow(parts),
    vaults: (await vaults.list())
      .filter(({ path }) => path !== '')
      .map(({ id, name }) => {
        const stored = storedFor(parts, id);
        return { vaultId: id, vault: name, isOn: stored?.isOn ?? false, trial: stored?.trial ?? null };
      }),
  });
  return {
    view,
    async test(vaultId) {
      judgingModel(parts.models);
      const found = (await vaults.list()).find(({ id }) => id === vaultId);
      if (found === undefined) throw new AppError('vault_not_found', { values: { vault: vaultId } });
      return jobs.start('judge', { vaultId }, { about: found.name });
    },
    async turn({ vaultId, isOn }) {
      const stored = storedFor(parts, vaultId);
      if (isOn && !stored?.trial.pays)
        throw new AppError('bad_input', { values: { field: 'judge', reason: 'does_not_pay' } });
      if (stored) await settings.update({ judges: replaced(parts, { ...stored, isOn }) });
      return view();
    },
  };
}

/** What a test found is kept; a judge that was on stays on only where it still pays. */
export function keepTrial(parts: JudgeParts) {
  return async (vaultId: string, trial: StoredJudge['trial']): Promise<void> => {
    const isOn = (storedFor(parts, vaultId)?.isOn ?? false) && trial.pays;
    await parts.settings.update({ judges: replaced(parts, { vaultId, isOn, trial }) });
  };
}

/** For the proposals: judges that are on. */
export function judgesOn({ settings }: Pick<JudgeParts, 'settings'>): JudgeSwitch[] {
  return settings
    .current()
    .judges.filter(({ isOn, trial }) => isOn && trial.pays)
    .map(({ vaultId, trial }) => ({ vaultId, ...trial }));
}

/** Only what was found with the model and the prompts of now. */
function storedFor(parts: JudgeParts, vaultId: string): StoredJudge | undefined {
  const model = modelNow(parts);
  return parts.settings
    .current()
    .judges.find(
      (each) =>
        each.vaultId === vaultId && each.trial.model === model && each.trial.version === judgeLinksVersion,
    );
}

function replaced({ settings }: JudgeParts, judge: StoredJudge): StoredJudge[] {
  const others = settings
    .current()
    .judges.filter(({ vaultId, trial }) => vaultId !== judge.vaultId || trial.model !== judge.trial.model);
  return [...others, judge];
}

function modelNow({ models }: Pick<JudgeParts, 'models'>): string | null {
  try {
    return judgingModel(models);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
