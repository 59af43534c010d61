import { chooseModels } from '../../models/choice.ts';
import { listModels } from '../../models/list-models.ts';
import type { Models } from '../../models/models.ts';
import { AppError } from '../../graph-schema/app-error.ts';
import { type DoctorReport, type Examined, reportHealth } from '../boot/doctor.ts';
import { findFolders, prepareHome } from '../boot/home-folder.mjs';
import { homeLockFile, takeLock } from '../boot/home-lock.mjs';
import { type OpenedField, openField, type Part } from '../boot/open-field.ts';
import { findRunningApp } from '../boot/running-app.ts';
import { productVersion } from '../boot/settings-view.ts';
import { createStages } from '../boot/stages.ts';
import { callerFor } from '../trpc/router.ts';
import type { CommandContext } from './command-context.ts';
import { type FieldCaller, remoteCaller } from './field-caller.ts';

/** How long a command waits for another command that holds the home. */
const patienceMs = 120_000;

export interface Session {
  version: string;
  withField: CommandContext['withField'];
  /** Lends the model host of this process; null where no model is switched on or to be had. */
  withModels<T>(work: (lent: { models: Models | null; cache: string }) => Promise<T>): Promise<T>;
  doctor(options: { start: boolean }): Promise<DoctorReport>;
  close(): Promise<void>;
}

/** One command's way to the field: the running app of its home, else what it needs started here under the home's lock. */
export function createSession(env: NodeJS.ProcessEnv): Session {
  const { home, cache } = findFolders(env);
  const opened: { field: OpenedField; release: () => void }[] = [];

  async function open(need: readonly Part[]): Promise<OpenedField> {
    const prepared = prepareHome(home);
    if (!prepared.ok) throw new AppError(prepared.code, { values: prepared.values });
    const release = await lockHome(home);
    const field = await openField({
      home,
      cache,
      env,
      need,
      rehearse: false,
      renewKey: () => undefined,
      quit: () => undefined,
    });
    opened.push({ field, release });
    return field;
  }

  return {
    version: productVersion(),
    async withField(need, work) {
      const app = findRunningApp(home);
      if (app) return work(remoteCaller(app));
      const field = await open(need === 'field' ? ['graph'] : []);
      if (need === 'field') await field.stages.wait('migrations');
      return work(callerFor({ services: field.services, allowed: true }));
    },
    async withModels(work) {
      const { services } = opened[0]?.field ?? (await open([]));
      const hasEmbed = services.models.presence().some(({ role, id }) => role === 'embed' && id !== null);
      return work({ models: hasEmbed ? services.models : null, cache });
    },
    async doctor({ start }) {
      const app = findRunningApp(home);
      if (app) return reportHealth(await examine(remoteCaller(app)), { home, cache });
      if (!start)
        return reportHealth(
          { stages: createStages().list(), neo4j: null, models: await modelsHere(env, cache) },
          { home, cache },
        );
      const field = await open(['graph', 'models']);
      await Promise.allSettled([field.stages.wait('migrations'), field.stages.wait('models')]);
      return reportHealth(await examine(callerFor({ services: field.services, allowed: true })), {
        home,
        cache,
      });
    },
    async close() {
      for (const { field, release } of opened) {
        await field.stop();
        release();
      }
    },
  };
}

async function examine(field: FieldCaller): Promise<Examined> {
  const [stages, settings, models] = await Promise.all([
    field.start.stages(),
    field.settings.read(),
    field.models.list(),
  ]);
  return { stages, neo4j: settings.neo4j, models };
}

async function modelsHere(env: NodeJS.ProcessEnv, cache: string) {
  return listModels(cache, chooseModels({ env }));
}

/** A home that another command holds is waited for; one that the app holds would have been found running. */
async function lockHome(home: string): Promise<() => void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const lock = takeLock(homeLockFile(home));
    if (lock.held) return lock.release;
    if (Date.now() > until)
      throw new AppError('home_in_use', { values: { address: lock.by.address ?? `pid ${lock.by.pid}` } });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
