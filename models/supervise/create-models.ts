import { setMaxListeners } from 'node:events';
import { AppError } from '../../graph-schema/app-error.ts';
import type { ModelChoice } from '../choice.ts';
import type {
  AskOptions,
  Embedding,
  GenerateInput,
  Generation,
  ModelPresence,
  Models,
  Role,
} from '../models.ts';
import { createHostProcess, type ModelsLog } from './host-process.ts';
import { embedErrand, generateErrand } from './errands.ts';
import { load, perform, type Performing } from './perform.ts';
import { areWeightsHere, createRoleWeights, orAbort } from './role-weights.ts';
import { createSpeed } from './speed.ts';
import { createTurns } from './turns.ts';

export interface CreateModelsOptions {
  cache: string;
  choice: ModelChoice;
  /** called after each change of what `presence` says */
  onState?: () => void;
  log?: ModelsLog;
}

export interface RunningModels extends Models {
  /** Brings the role's weights into the cache without loading them; progress shows in `presence`. */
  fetch(role: Role, signal?: AbortSignal): Promise<string>;
  /** whether the role's weights are here, without fetching them */
  isHere(role: Role): Promise<boolean>;
  /** process id of the model host, for measurements; null while there is none */
  hostPid(): number | null;
}

/** Local models behind one queue. Nothing is fetched, started or loaded before it is needed. */
export function createModels({
  cache,
  choice,
  onState,
  log = () => undefined,
}: CreateModelsOptions): RunningModels {
  const listeners = new Set<() => void>(onState ? [onState] : []);
  const changed = (): void => listeners.forEach((listener) => listener());
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // as many as there are requests waiting
  const host = createHostProcess(log);
  const turns = createTurns();
  const speed = createSpeed();
  let doing: Role | null = null;

  const weightsOf = (role: Role) =>
    createRoleWeights({ role, chosen: choice[role], cache, log, onState: changed, stopped: stopping.signal });
  const weights = { embed: weightsOf('embed'), write: weightsOf('write') };
  const performing: Performing = {
    host,
    turns,
    weights,
    loadedIn: new Map(),
    onDoing(role) {
      doing = role;
      speed.rest();
      changed();
    },
  };
  const within = ({ signal, ...options }: AskOptions): AskOptions => ({
    ...options,
    signal: signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal,
  });

  const ready = async (role: Role, signal?: AbortSignal): Promise<void> => {
    if (host.pid !== null && performing.loadedIn.get(role) === host.generation) return;
    const path = await weights[role].path(signal);
    const stop = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
    const turn = await turns.take('person', { signal: stop, order: turns.nextOrder() }).catch(() => {
      throw new AppError('cancelled');
    });
    try {
      const died = (await load(role, path, performing)) && (await load(role, path, performing));
      if (died) throw new AppError('model_host_died', { values: { role, reason: died.reason } });
    } finally {
      turn.end();
    }
  };

  return {
    ready,
    fetch: (role, signal) => weights[role].path(signal),
    hostPid: () => host.pid,
    isHere: (role) => areWeightsHere(choice[role], cache),
    identity: (role) => weights[role].identity(),

    async embed(texts, kind, options = {}): Promise<Embedding> {
      const errand = embedErrand(texts, kind, speed);
      if (texts.length > 0) await perform(errand, performing, within(options));
      const vectors = errand.vectors();
      return { vectors, model: weights.embed.id ?? '', dimensions: vectors[0]?.length ?? 0 };
    },

    async generate(input: GenerateInput, options = {}): Promise<Generation> {
      const answer = await perform(generateErrand(input, speed), performing, within(options));
      if (answer?.type !== 'generated')
        throw new AppError('internal', { message: 'the host gave another answer' });
      const { text, tokens, seconds } = answer;
      return { text, tokens, seconds, model: weights.write.id ?? '' };
    },

    async countTokens(role, text) {
      await orAbort(ready(role), stopping.signal);
      const outcome = await host.ask({ type: 'count', role, text });
      if (outcome.type === 'done' && outcome.answer.type === 'counted') return outcome.answer.tokens;
      throw new AppError('model_host_died', { values: { role } });
    },

    presence: () =>
      (['embed', 'write'] as const).map((role): ModelPresence => {
        const isDoing = doing === role;
        const does = role === 'embed' ? 'embedding' : 'writing';
        return {
          role,
          id: weights[role].id,
          state: weights[role].state,
          doing: isDoing ? does : 'idle',
          tokensPerSecond: isDoing ? speed.perSecond() : null,
          paused: turns.isPaused,
        };
      }),

    pause(isPaused) {
      turns.pause(isPaused);
      changed();
    },

    giveWay: () => turns.giveWay(),

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async stop() {
      stopping.abort();
      await host.stop();
    },
  };
}
