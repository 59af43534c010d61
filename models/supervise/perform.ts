import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../graph-schema/app-error.ts';
import type { HostAnswer, HostWork } from '../host/protocol.ts';
import type { AskOptions, Priority, Purpose } from '../models.ts';
import type { HostNews, ModelHost, Outcome } from './model-host.ts';
import { failedState, type RoleWeights } from './role-weights.ts';
import type { Turns } from './turns.ts';

/** After so many deaths in a row, none of which left anything done, the work is taken to be what kills the host. */
const mostDeaths = 3;
const firstBackoffMs = 200;

/** One piece of work that may need several goes: it is taken back for a person, and asked again after a death. */
export interface Errand {
  /** What is still to do; null when it is done. */
  rest(): HostWork | null;
  onNews(news: HostNews): void;
}

/** What is being done now. */
export interface Doing {
  purpose: Purpose | null;
  priority: Priority;
}

/** Who does a role's work, and what is known of it. Local roles share one host and its turns; an endpoint has its own. */
export interface Performing {
  weights: RoleWeights;
  host: ModelHost;
  turns: Turns;
  /** the host's generation in which the role was loaded */
  loadedIn: number | null;
  onDoing: (work: Doing | null) => void;
}

/** Does the errand to its end. Throws `cancelled`, `model_host_died`, `model_failed` and what fetching throws. */
export async function perform(
  errand: Errand,
  performing: Performing,
  options: AskOptions,
): Promise<HostAnswer | null> {
  const { priority = 'background', purpose = null, signal } = options;
  const { turns, host, weights } = performing;
  const path = await weights.path(signal);
  const order = turns.nextOrder();
  for (let deaths = 0; ;) {
    const work = errand.rest();
    if (work === null) return null;
    const turn = await turns.take(priority, { signal, order }).catch(() => {
      throw new AppError('cancelled');
    });
    let didSomething = false;
    try {
      performing.onDoing({ purpose, priority });
      const stop = signal ? AbortSignal.any([signal, turn.preempted]) : turn.preempted;
      const loaded = await load(path, performing);
      const outcome =
        loaded ??
        (await host.ask(work, stop, (news) => {
          didSomething = true;
          errand.onNews(news);
        }));
      if (outcome.type === 'done') return outcome.answer;
      if (outcome.type === 'failed') throw told(fault(outcome, weights), weights);
      if (signal?.aborted) throw new AppError('cancelled');
      if (outcome.type === 'died') {
        deaths = didSomething ? 1 : deaths + 1;
        if (deaths > mostDeaths)
          throw new AppError('model_host_died', { values: { role: weights.role, reason: outcome.reason } });
        await sleep(firstBackoffMs * 2 ** (deaths - 1));
      }
    } finally {
      performing.onDoing(null);
      turn.end();
    }
  }
}

/** Asks at once, beside the work of the same role that is being done: for what the host can do meanwhile. What it did not do is left to do. */
export async function askBeside(
  errand: Errand,
  { host, loadedIn }: Performing,
  { signal }: AskOptions,
): Promise<void> {
  const work = errand.rest();
  if (work !== null && host.isUp && loadedIn === host.generation) await host.ask(work, signal, errand.onNews);
}

/** Loads the role's weights where this host has not yet; null when they are ready. Loading is not taken back: it would have to begin anew. */
export async function load(
  path: string,
  performing: Performing,
): Promise<{ type: 'died'; reason: string } | null> {
  const { host, weights } = performing;
  host.start();
  const { generation } = host;
  if (performing.loadedIn === generation) return null;
  weights.setState({ state: 'loading' });
  const outcome = await host.ask({ type: 'load', role: weights.role, path, prefixes: weights.hasPrefixes });
  if (outcome.type === 'done') {
    performing.loadedIn = generation;
    if (outcome.answer.type === 'loaded') weights.setState({ state: 'ready' });
    return null;
  }
  if (outcome.type === 'died') {
    weights.setState({ state: 'missing' });
    return { type: 'died', reason: outcome.reason };
  }
  const error =
    outcome.type === 'failed'
      ? fault({ ...outcome, code: hostCodes.has(outcome.code) ? 'model_failed' : outcome.code }, weights)
      : new AppError('cancelled');
  weights.setState(failedState(error));
  throw error;
}

/** What the host process says of weights that do not load is one fault to a person. */
const hostCodes: ReadonlySet<string> = new Set(['bad_input', 'model_not_ready', 'model_failed']);

/** That a server does not answer is known to everybody at once, not only to who asked. */
function told(error: AppError, weights: RoleWeights): AppError {
  if (error.code.startsWith('endpoint_')) weights.setState(failedState(error));
  return error;
}

function fault(
  { code, reason, values }: Extract<Outcome, { type: 'failed' }>,
  { role, id }: RoleWeights,
): AppError {
  return new AppError(code, { values: { role, model: id ?? '', reason, ...values } });
}
