import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../graph-schema/app-error.ts';
import type { HostAnswer, HostWork } from '../host/protocol.ts';
import type { AskOptions, Role } from '../models.ts';
import type { HostNews, HostProcess } from './host-process.ts';
import { failedState, type RoleWeights } from './role-weights.ts';
import type { Turns } from './turns.ts';

/** After so many deaths in a row, none of which left anything done, the work is taken to be what kills the host. */
const mostDeaths = 3;
const firstBackoffMs = 200;

/** One piece of work that may need several goes: it is taken back for a person, and asked again after a death. */
export interface Errand {
  role: Role;
  /** What is still to do; null when it is done. */
  rest(): HostWork | null;
  onNews(news: HostNews): void;
}

export interface Performing {
  host: HostProcess;
  turns: Turns;
  weights: Readonly<Record<Role, RoleWeights>>;
  /** which generation of the host a role was loaded in */
  loadedIn: Map<Role, number>;
  onDoing: (role: Role | null) => void;
}

/** Does the errand to its end. Throws `cancelled`, `model_host_died`, `model_failed` and what fetching throws. */
export async function perform(
  errand: Errand,
  performing: Performing,
  options: AskOptions,
): Promise<HostAnswer | null> {
  const { priority = 'background', signal } = options;
  const { turns, host } = performing;
  const path = await performing.weights[errand.role].path(signal);
  const order = turns.nextOrder();
  for (let deaths = 0; ;) {
    const work = errand.rest();
    if (work === null) return null;
    const turn = await turns.take(priority, { signal, order }).catch(() => {
      throw new AppError('cancelled');
    });
    let didSomething = false;
    try {
      performing.onDoing(errand.role);
      const stop = signal ? AbortSignal.any([signal, turn.preempted]) : turn.preempted;
      const loaded = await load(errand.role, path, performing);
      const outcome =
        loaded ??
        (await host.ask(work, stop, (news) => {
          didSomething = true;
          errand.onNews(news);
        }));
      if (outcome.type === 'done') return outcome.answer;
      if (outcome.type === 'failed') throw failed(outcome, errand.role);
      if (signal?.aborted) throw new AppError('cancelled');
      if (outcome.type === 'died') {
        deaths = didSomething ? 1 : deaths + 1;
        if (deaths > mostDeaths)
          throw new AppError('model_host_died', { values: { role: errand.role, reason: outcome.reason } });
        await sleep(firstBackoffMs * 2 ** (deaths - 1));
      }
    } finally {
      performing.onDoing(null);
      turn.end();
    }
  }
}

/** Loads the role's weights where this host has not yet; null when they are ready. Loading is not taken back: it would have to begin anew. */
export async function load(
  role: Role,
  path: string,
  { host, weights, loadedIn }: Performing,
): Promise<{ type: 'died'; reason: string } | null> {
  host.start();
  const { generation } = host;
  if (loadedIn.get(role) === generation) return null;
  const own = weights[role];
  own.setState({ state: 'loading' });
  const outcome = await host.ask({ type: 'load', role, path, prefixes: own.hasPrefixes });
  if (outcome.type === 'done') {
    loadedIn.set(role, generation);
    own.setState({ state: 'ready' });
    return null;
  }
  const reason = outcome.type === 'stopped' ? outcome.type : outcome.reason;
  if (outcome.type === 'died') {
    own.setState({ state: 'missing' });
    return { type: 'died', reason };
  }
  const error = new AppError('model_failed', { values: { role, model: own.id ?? '', reason } });
  own.setState(failedState(error));
  throw error;
}

function failed(
  { code, reason }: { code: 'bad_input' | 'model_failed' | 'model_not_ready'; reason: string },
  role: Role,
): AppError {
  return new AppError(code, { values: { role, reason } });
}
