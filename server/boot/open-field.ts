import type { Logger } from 'pino';
import { finishRestore } from '../backup/restore-field.ts';
import { createJobs } from '../jobs/create-jobs.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { createLog } from './app-log.ts';
import { composeServices } from './compose-services.ts';
import { configure } from './configuration.ts';
import { migrate } from '../graph/migrate.ts';
import { keepClasses } from './keep-classes.ts';
import { keepNeo4j, type KeptNeo4j } from './keep-neo4j.ts';
import { type KeptModels, keepModels } from './keep-models.ts';
import { rehearse } from './rehearse.ts';
import type { JobName } from '../../graph-schema/job.ts';
import type { Services } from './services.ts';
import { openSettingsFile, type SettingsFile } from './settings-file.ts';
import { createStages, type StageName, type Stages } from './stages.ts';

export type Part = 'graph' | 'models';

export interface OpenFieldOptions {
  home: string;
  cache: string;
  env: NodeJS.ProcessEnv;
  /** what is brought up; the rest stays `waiting` */
  need: readonly Part[];
  /** go through a person's first acts while nobody has asked for anything; only with a Neo4j that was just started */
  rehearse: boolean;
  renewKey(): void;
  quit(): void;
}

export interface OpenedField {
  services: Services;
  stages: Stages;
  stop(): Promise<void>;
}

/** What the rooms' functions are given to be composed from. */
export interface Parts {
  options: OpenFieldOptions;
  log: Logger;
  settings: SettingsFile;
  stages: Stages;
  neo4j: KeptNeo4j;
  models: KeptModels;
  jobs: Jobs;
  retry(stage: StageName): Promise<void>;
  /** aborts when the field is closed */
  signal: AbortSignal;
}

/** Begins the stages and composes the services over them. It does not wait: `stages.wait` does. */
export async function openField(options: OpenFieldOptions): Promise<OpenedField> {
  const { home, cache, env, need } = options;
  const aborter = new AbortController();
  const { signal } = aborter;
  const log = createLog(home);
  const stages = createStages();
  const settings = await stages.run('settings', async (tell) => {
    const file = await openSettingsFile(home);
    if (file.putAside !== null) tell({ note: file.putAside });
    return file;
  });
  const configuration = () => configure(settings.current(), env);
  const isShared = (place: string) => settings.current().shared.includes(place);
  // A stage that fails says so itself; the others go on.
  const quietly = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.error({ err: error }, 'a stage failed'));
  // What could not even be stored as failed is taken up again.
  const onBack = () => quietly(jobs.resume());
  const neo4j = keepNeo4j({ home, cache, log, stages, configuration, isShared, onBack, signal });
  const models = keepModels({ home, cache, env, log, stages, settings, signal });
  const jobs = createJobs({
    graph: () => (stages.isDone('migrations') ? neo4j.graph : null),
    log,
    giveWay: () => models.giveWay(),
  });
  stages.onChange(() => jobs.events.publish({ type: 'stages' }));
  models.onChange(() => jobs.events.publish({ type: 'model' }));

  const bringUpGraph = async () => {
    await neo4j.bringUp();
    const finished = await finishRestore({ graph: neo4j.graph });
    if (finished !== null) log.warn({ finished }, 'a restore that was cut');
    await jobs.resume();
  };
  const retry = async (stage: StageName) => {
    if (stage === 'models') await models.retry();
    else await bringUpGraph();
  };
  const services = composeServices({
    options,
    log,
    settings,
    stages,
    neo4j,
    models,
    jobs,
    retry,
    signal,
  });
  const graphIsUp = need.includes('graph') ? bringUpGraph() : Promise.resolve();
  quietly(graphIsUp);
  // Notes can be opened as soon as there is a graph, so the models wait for it, come it or not.
  const modelsAreUp = need.includes('models')
    ? models.bringUp(Promise.allSettled([graphIsUp]))
    : Promise.resolve();
  quietly(modelsAreUp);
  if (options.rehearse && configuration().neo4j === null) {
    quietly(rehearseWhenIdle());
  }

  async function rehearseWhenIdle() {
    await Promise.allSettled([modelsAreUp]);
    await graphIsUp;
    while (!aborter.signal.aborted) {
      const list = await jobs.list();
      const openOf = (...names: JobName[]) =>
        list.find(({ name, state }) => names.includes(name) && (state === 'running' || state === 'queued'));
      // Whoever has asked already needs no rehearsal, and would wait for it.
      if (openOf('propose')) return;
      const first = openOf('ingest', 'layout');
      if (first === undefined) break;
      await jobs.wait(first.id);
    }
    await rehearse(neo4j.graph, models);
    await keepClasses({
      cache,
      log,
      signal,
      async goThrough(graph) {
        await migrate(graph);
        await rehearse(graph, models);
      },
    });
  }

  return {
    services,
    stages,
    async stop() {
      aborter.abort();
      await jobs.stop();
      await Promise.all([neo4j.stop(), models.stop()]);
    },
  };
}
