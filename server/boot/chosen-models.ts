import { chooseModels, type ModelChoice } from '../../models/choice.ts';
import { openEndpointKeys } from './endpoint-keys.ts';
import type { SettingsFile } from './settings-file.ts';

interface ChoosingFrom {
  home: string;
  env: Readonly<Record<string, string | undefined>>;
  settings: SettingsFile;
}

/** What variables, Settings and the home's keys say now. @throws AppError model_unknown, bad_input */
export function chosenModels({ home, env, settings }: ChoosingFrom): ModelChoice {
  const { embedModel, writeModel, judgeModel, endpointsAgreed } = settings.current();
  return chooseModels({
    env,
    settings: { embed: embedModel, write: writeModel, judge: judgeModel },
    endpoints: {
      keyOf: openEndpointKeys(home).keyOf,
      isAgreed: (address) => endpointsAgreed.includes(address),
    },
  });
}
