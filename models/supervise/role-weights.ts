import { stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { weightsFolder } from '../cache-folder.ts';
import type { ChosenModel, LocalModel } from '../choice.ts';
import { endpointId } from '../endpoint/endpoint.ts';
import { fetchModel, hasWeights } from '../fetch/fetch-model.ts';
import { hashOnce } from '../fetch/verified.ts';
import type { ModelIdentity, ModelState, Role } from '../models.ts';
import type { ModelsLog } from './host-process.ts';

/** The model of one role: which it is, whether it is here, and the way to get it. */
export interface RoleWeights {
  readonly role: Role;
  readonly id: string | null;
  readonly state: ModelState;
  setState(state: ModelState): void;
  /** Path of checked weights, which are fetched when they are not here (one fetch serves all who wait); of an endpoint its address. */
  path(signal?: AbortSignal): Promise<string>;
  identity(): Promise<ModelIdentity | null>;
  /** e5 models want a word before each text */
  readonly hasPrefixes: boolean;
}

export interface RoleWeightsOptions {
  role: Role;
  chosen: LocalModel;
  cache: string;
  log: ModelsLog;
  onState: () => void;
  /** ends a fetch that nobody needs any more */
  stopped: AbortSignal;
}

export function createRoleWeights({
  role,
  chosen,
  cache,
  log,
  onState,
  stopped,
}: RoleWeightsOptions): RoleWeights {
  const id = idOf(chosen);
  let state: ModelState = chosen.type === 'none' ? { state: 'none' } : { state: 'missing' };
  let fetching: Promise<string> | null = null;

  const setState = (next: ModelState): void => {
    state = next;
    onState();
  };

  const bring = async (): Promise<string> => {
    if (chosen.type === 'none') throw new AppError('model_not_ready', { values: { role, reason: 'none' } });
    if (chosen.type === 'file') {
      const isFile = (await stat(chosen.path).catch(() => null))?.isFile() ?? false;
      if (isFile) return chosen.path;
      throw new AppError('weights_unreachable', {
        values: { model: idOf(chosen) ?? '', reason: 'no_file', path: chosen.path },
      });
    }
    const onProgress = (progress: { bytes: number; totalBytes: number }): void =>
      setState({ state: 'fetching', ...progress });
    return fetchModel(chosen.entry, { cache, log, signal: stopped, onProgress });
  };

  return {
    role,
    id,
    get state() {
      return state;
    },
    setState,
    async path(signal) {
      fetching ??= bring()
        .then((found) => {
          // Whether its turn to be loaded has come or not: it is here.
          if (state.state === 'missing' || state.state === 'fetching') setState({ state: 'loading' });
          return found;
        })
        .catch((error: unknown) => {
          if (chosen.type !== 'none') setState(failedState(error));
          throw error;
        })
        .finally(() => {
          fetching = null;
        });
      return orAbort(fetching, signal);
    },
    async identity() {
      if (chosen.type === 'none') return null;
      if (chosen.type === 'manifest') return { id: chosen.entry.id, sha256: chosen.entry.sha256 };
      const found = await hashOwnFile(chosen.path, cache);
      return found === null ? null : { id: basename(chosen.path), sha256: found };
    },
    hasPrefixes: wantsPrefixes(id),
  };
}

/** Models of the e5 family were trained with `query: ` and `passage: ` before each text. */
export function wantsPrefixes(id: string | null): boolean {
  return id !== null && /\be5\b/i.test(id.replaceAll('_', '-'));
}

export function idOf(chosen: ChosenModel): string | null {
  if (chosen.type === 'none') return null;
  if (chosen.type === 'endpoint') return endpointId(chosen.endpoint.address, chosen.endpoint.model);
  return chosen.type === 'manifest' ? chosen.entry.id : basename(chosen.path);
}

/** Whether the weights lie here whole, without fetching anything. */
export async function areWeightsHere(chosen: ChosenModel, cache: string): Promise<boolean> {
  if (chosen.type === 'none') return false;
  if (chosen.type === 'endpoint') return chosen.isAllowed;
  if (chosen.type === 'manifest') return hasWeights(chosen.entry, cache);
  return (await stat(chosen.path).catch(() => null))?.isFile() ?? false;
}

/** A person's own file gets its stamp in our cache: nothing is written beside it. */
async function hashOwnFile(path: string, cache: string): Promise<string | null> {
  const folder = join(weightsFolder(cache), 'own');
  await mkdir(folder, { recursive: true });
  const stamp = join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.verified`);
  return (await hashOnce(path, stamp))?.sha256 ?? null;
}

export function failedState(error: unknown): ModelState {
  if (!isAppError(error)) return { state: 'failed', code: 'internal', values: {} };
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(error.values)) {
    values[key] = typeof value === 'number' ? value : String(value);
  }
  return { state: 'failed', code: error.code, values };
}

/** The promise, or `cancelled` for this caller alone when its signal aborts first. */
export async function orAbort<Result>(
  promise: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return promise;
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new AppError('cancelled'));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}
