import { type ErrorValues, isAppError } from '../../graph-schema/app-error.ts';
import { Stage } from '../../graph-schema/views/stage.ts';

export type StageName = Stage['name'];
type Told = Partial<Pick<Stage, 'bytes' | 'totalBytes' | 'note'>>;

/** How far the start is. The page and `doctor` read it; whoever needs a stage waits for it. */
export interface Stages {
  list(): Stage[];
  isDone(name: StageName): boolean;
  /** Runs a stage's work: running, then done or failed with its cause. The fault goes on to the caller. */
  run<T>(name: StageName, work: (tell: (told: Told) => void) => Promise<T>): Promise<T>;
  /** A stage that was done is not any more: its process died. */
  lose(name: StageName, error: unknown): void;
  /** Why a stage failed; undefined where it did not. */
  faultOf(name: StageName): unknown;
  /** Resolves when the stage is done; rejects with the cause when it, or one that leads to it, failed or `signal` aborts. */
  wait(name: StageName, signal?: AbortSignal): Promise<void>;
  onChange(listener: () => void): () => void;
}

const names = Stage.shape.name.options;
const leadingTo: Partial<Record<StageName, readonly StageName[]>> = {
  migrations: ['settings', 'neo4j'],
  ready: ['settings', 'neo4j', 'migrations', 'models'],
};
/** `ready` is no work of its own: it is when all the others are done. */
const worked = names.filter((name) => name !== 'ready');

export function createStages(now: () => number = () => performance.now()): Stages {
  const stages = new Map<StageName, Stage>(
    names.map((name) => [name, { name, state: 'waiting', seconds: 0 }]),
  );
  const began = new Map<StageName, number>();
  const faults = new Map<StageName, unknown>();
  const listeners = new Set<() => void>();
  const startedAt = now();

  const secondsOf = (name: StageName) => (now() - (began.get(name) ?? now())) / 1000;
  function put(stage: Stage) {
    stages.set(stage.name, stage);
    const isReady = worked.every((name) => stages.get(name)?.state === 'done');
    if (isReady !== (stages.get('ready')?.state === 'done')) {
      const seconds = isReady ? (now() - startedAt) / 1000 : 0;
      stages.set('ready', { name: 'ready', state: isReady ? 'done' : 'waiting', seconds });
    }
    for (const listener of listeners) listener();
  }
  function read(name: StageName): Stage {
    const stage = stages.get(name) ?? { name, state: 'waiting', seconds: 0 };
    return stage.state === 'running' ? { ...stage, seconds: secondsOf(name) } : stage;
  }
  function fail(name: StageName, state: 'running' | 'failed', error: unknown) {
    faults.set(name, error);
    const { note } = read(name);
    put({ name, state, seconds: secondsOf(name), ...causeOf(error), ...(note !== undefined && { note }) });
  }

  return {
    list: () => names.map(read),
    isDone: (name) => read(name).state === 'done',
    async run(name, work) {
      began.set(name, now());
      faults.delete(name);
      put({ name, state: 'running', seconds: 0 });
      try {
        const result = await work((told) => put({ ...read(name), ...told }));
        const { bytes, totalBytes, note } = read(name);
        put({ name, state: 'done', seconds: secondsOf(name), ...definedOf({ bytes, totalBytes, note }) });
        return result;
      } catch (error) {
        fail(name, 'failed', error);
        throw error;
      }
    },
    lose(name, error) {
      began.set(name, now());
      fail(name, 'running', error);
    },
    faultOf: (name) => (read(name).state === 'failed' ? faults.get(name) : undefined),
    wait: (name, signal) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const isDone = read(name).state === 'done';
          const failed = [name, ...(leadingTo[name] ?? [])].find((each) => read(each).state === 'failed');
          if (!isDone && failed === undefined && !signal?.aborted) return;
          listeners.delete(look);
          if (isDone) resolve();
          else reject(failed === undefined ? signal?.reason : faults.get(failed));
        };
        listeners.add(look);
        signal?.addEventListener('abort', look, { once: true });
        look();
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function causeOf(error: unknown): { cause: string; values: Record<string, unknown> } {
  if (isAppError(error)) return { cause: error.code, values: plainValues(error.values) };
  return { cause: 'internal', values: { detail: error instanceof Error ? error.message : String(error) } };
}

function plainValues(values: ErrorValues): Record<string, unknown> {
  return { ...values };
}

function definedOf(told: { [Key in keyof Told]: Told[Key] | undefined }): Told {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
