import type { Logger } from 'pino';
import type { ModelChoice } from '../../models/choice.ts';
import type { ModelPresence } from '../../models/models.ts';
import { createModels } from '../../models/supervise/create-models.ts';
import { chosenModels } from './chosen-models.ts';
import { createModelsHandle, type ModelsHandle } from './models-handle.ts';
import { recoverEndpoints } from './recover-endpoints.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Stages } from './stages.ts';

export interface KeepModelsOptions {
  home: string;
  cache: string;
  env: NodeJS.ProcessEnv;
  log: Logger;
  stages: Stages;
  settings: SettingsFile;
  signal: AbortSignal;
}

export interface KeptModels extends ModelsHandle {
  /**
   * The stage `models`: done when every role that is switched on can be used. Weights are fetched at once and loaded when `turn` has come:
   * loading takes every core.
   */
  bringUp(turn?: Promise<unknown>): Promise<void>;
  /** The same anew, with what Settings say now. */
  retry(): Promise<void>;
}

const none: ModelChoice = { embed: { type: 'none' }, write: { type: 'none' }, judge: { type: 'none' } };

/** The models as one of the start's stages. A choice that cannot be (an unknown id) fails that stage, not the start. */
export function keepModels({
  home,
  cache,
  env,
  log,
  stages,
  settings,
  signal,
}: KeepModelsOptions): KeptModels {
  let fault: unknown = null;
  const choose = (): ModelChoice => {
    try {
      fault = null;
      return chosenModels({ home, env, settings });
    } catch (error) {
      fault = error;
      return none;
    }
  };
  const handle = createModelsHandle(() =>
    createModels({ cache, choice: choose(), log: (event, values) => log.info(values, event) }),
  );
  const bringUp = (turn?: Promise<unknown>) =>
    stages.run('models', async (tell) => {
      if (fault !== null) throw fault;
      const stopListening = handle.onChange(() => tell(fetchedBytes(handle.presence())));
      try {
        const roles = handle
          .presence()
          .flatMap(({ role, id }) => (id === null || role === 'judge' ? [] : [role]));
        await Promise.all(roles.map((role) => handle.fetch(role, signal)));
        await turn;
        await Promise.all(roles.map((role) => handle.ready(role, signal)));
      } finally {
        stopListening();
      }
    });
  recoverEndpoints(handle, () => bringUp(), signal);
  return {
    ...handle,
    bringUp,
    async retry() {
      await handle.replace();
      await bringUp();
    },
  };
}

function fetchedBytes(presence: readonly ModelPresence[]): { bytes?: number; totalBytes?: number } {
  const fetching = presence.flatMap(({ state }) => (state.state === 'fetching' ? [state] : []));
  if (fetching.length === 0) return {};
  return {
    bytes: fetching.reduce((sum, { bytes }) => sum + bytes, 0),
    totalBytes: fetching.reduce((sum, { totalBytes }) => sum + totalBytes, 0),
  };
}
