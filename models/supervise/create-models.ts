import { setMaxListeners } from 'node:events';
import { AppError } from '../../graph-schema/app-error.ts';
import type { ModelChoice } from '../choice.ts';
import { inManifest } from '../manifest.ts';
import type {
  AskOptions,
  Embedding,
  GenerateInput,
  Generation,
  JudgeInput,
  Judgement,
  ModelPresence,
  Models,
  Role,
} from '../models.ts';
import { createHostProcess, type ModelsLog } from './host-process.ts';
import { embedErrand, generateErrand, judgeErrand } from './errands.ts';
import { askBeside, load, perform } from './perform.ts';
import { createPerformers } from './performers.ts';
import { areWeightsHere, orAbort } from './role-weights.ts';
import { createTurns } from './turns.ts';

export interface CreateModelsOptions {
  cache: string;
  choice: ModelChoice;
  /** called after each change of what `presence` says */
  onState?: () => void;
  log?: ModelsLog;
  /** when a local model that says nothing is taken to hang, milliseconds; default three minutes */
  stallMs?: number;
}

export interface RunningModels extends Models {
  /** Brings the role's weights into the cache without loading them; progress shows in `presence`. */
  fetch(role: Role, signal?: AbortSignal): Promise<string>;
  /** whether the role's weights are here, without fetching them */
  isHere(role: Role): Promise<boolean>;
  /** process id of the model host, for measurements; null while there is none */
  hostPid(): number | null;
}

/** The models behind one queue a host. Nothing is fetched, started or loaded before it is needed. */
export function createModels({
  cache,
  choice,
  onState,
  log = () => undefined,
  stallMs,
}: CreateModelsOptions): RunningModels {
  const listeners = new Set<() => void>(onState ? [onState] : []);
  const changed = (): void => listeners.forEach((listener) => listener());
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // as many as there are requests waiting
  const host = createHostProcess(log, stallMs);
  const performers = createPerformers({
    choice,
    cache,
    log,
    local: { host, turns: createTurns() },
    stopped: stopping.signal,
    onState: changed,
  });
  const { embed, write } = performers;
  const all = Object.values(performers);
  // Without a model of its own nobody is asked to judge under that name.
  const shown = all.filter(({ weights }) => weights.role !== 'judge' || weights.id !== null);
  const allTurns = new Set(all.map(({ turns }) => turns));
  const within = ({ signal, ...options }: AskOptions): AskOptions => ({
    ...options,
    signal: signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal,
  });

  const ready = async (role: Role, signal?: AbortSignal): Promise<void> => {
    const performer = performers[role];
    const { weights, turns } = performer;
    if (performer.host.isUp && performer.loadedIn === performer.host.generation) return;
    const path = await weights.path(signal);
    const stop = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
    const turn = await turns.take('person', { signal: stop, order: turns.nextOrder() }).catch(() => {
      throw new AppError('cancelled');
    });
    try {
      const died = (await load(path, performer)) && (await load(path, performer));
      if (died) throw new AppError('model_host_died', { values: { role, reason: died.reason } });
    } finally {
      turn.end();
    }
  };

  return {
    ready,
    fetch: (role, signal) => performers[role].weights.path(signal),
    hostPid: () => host.pid,
    isHere: (role) => areWeightsHere(choice[role], cache),
    identity: (role) => performers[role].weights.identity(),

    async embed(texts, kind, options = {}): Promise<Embedding> {
      const errand = embedErrand(texts, kind, embed.speed);
      const asked = within(options);
      if (kind === 'query' && embed.doing) await askBeside(errand, embed, asked);
      if (texts.length > 0) await perform(errand, embed, asked);
      const vectors = errand.vectors();
      const dimensions = vectors[0]?.length ?? 0;
      const id = embed.weights.id ?? '';
      // Behind the same address and name another model may stand one day: its vectors must not be taken for these.
      return { vectors, model: choice.embed.type === 'endpoint' ? `${id}/${dimensions}` : id, dimensions };
    },

    async generate(input: GenerateInput, options = {}): Promise<Generation> {
      const answer = await perform(generateErrand(input, write.speed), write, within(options));
      if (answer?.type !== 'generated')
        throw new AppError('internal', { message: 'the host gave another answer' });
      const { text, tokens, seconds } = answer;
      return { text, tokens, seconds, model: write.weights.id ?? '' };
    },

    async judge(input: JudgeInput, options = {}): Promise<Judgement> {
      const began = performance.now();
      const role = choice.judge.type === 'none' ? 'write' : 'judge';
      const errand = judgeErrand(input, role, performers[role].speed);
      await perform(errand, performers[role], within(options));
      const seconds = (performance.now() - began) / 1000;
      const model = performers[role].weights.id ?? '';
      return { shares: errand.shares(), model, promptTokens: errand.promptTokens(), seconds };
    },

    async countTokens(role, text) {
      await orAbort(ready(role), stopping.signal);
      const outcome = await performers[role].host.ask({ type: 'count', role, text });
      if (outcome.type === 'done' && outcome.answer.type === 'counted') return outcome.answer.tokens;
      throw new AppError(outcome.type === 'failed' ? outcome.code : 'model_host_died', { values: { role } });
    },

    presence: () =>
      shown.map(({ weights, doing, speed, turns, host: own }): ModelPresence => {
        const does = ({ embed: 'embedding', write: 'writing', judge: 'judging' } as const)[weights.role];
        return {
          role: weights.role,
          id: weights.id,
          state: weights.state,
          doing: doing ? does : 'idle',
          tokensPerSecond: doing ? speed.perSecond() : null,
          paused: turns.isPaused,
          work: doing && {
            purpose: doing.purpose,
            priority: doing.priority,
            seconds: (performance.now() - doing.since) / 1000,
          },
          waiting: turns.waiting,
          memory: own.memory,
          hurried: turns.isHurried,
          reasons:
            weights.role === 'write' && weights.id !== null && inManifest(weights.id)?.reasons !== false,
        };
      }),

    pause(isPaused) {
      for (const turns of allTurns) turns.pause(isPaused);
      changed();
    },

    hurry(isHurried) {
      for (const turns of allTurns) turns.hurry(isHurried);
      host.hurry(isHurried);
      changed();
    },

    giveWay() {
      const goOn = [...allTurns].map((turns) => turns.giveWay());
      return () => goOn.forEach((go) => go());
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async stop() {
      stopping.abort();
      await Promise.all(all.map((performer) => performer.host.stop()));
    },
  };
}
