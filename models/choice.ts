import { isAbsolute, resolve } from 'node:path';
import os from 'node:os';
import { AppError } from '../graph-schema/app-error.ts';
import { type Endpoint, isEndpointAddress, isFar, parseEndpoint } from './endpoint/endpoint.ts';
import { inManifest, type ManifestEntry } from './manifest.ts';
import type { Role } from './models.ts';

export type LocalModel =
  | { type: 'manifest'; entry: ManifestEntry }
  /** any GGUF of the person's own */
  | { type: 'file'; path: string }
  | { type: 'none' };

export type ChosenModel =
  | LocalModel
  /** `isAllowed`: on this machine, or the person said yes to what leaves it */
  | { type: 'endpoint'; endpoint: Endpoint; isAllowed: boolean };

export type ModelChoice = Readonly<Record<Role, ChosenModel>>;

/** Memory under which the smaller writing model is taken: the larger one rests at 2.2 GB beside Neo4j and a browser. */
const roomForLargerBytes = 6e9;

export interface ChoiceInput {
  env: Readonly<Record<string, string | undefined>>;
  /** what Settings hold: a manifest id, the path of a GGUF, the address of an endpoint, or `none` */
  settings?: {
    embed?: string | null | undefined;
    write?: string | null | undefined;
    judge?: string | null | undefined;
  };
  /** what the home knows of an endpoint's address */
  endpoints?: { keyOf(address: string): string | null; isAgreed(address: string): boolean };
  availableBytes?: number;
}

/** Variables beat settings, settings beat the default that fits the machine's memory. Throws `model_unknown` or `bad_input`. */
export function chooseModels({
  env,
  settings,
  endpoints,
  availableBytes = memoryAvailableBytes(),
}: ChoiceInput): ModelChoice {
  const writer = availableBytes >= roomForLargerBytes ? '1.5b' : '0.5b';
  const chosen = (role: Role, name: string): ChosenModel => {
    if (!isEndpointAddress(name)) return named(role, name);
    const { address, model } = parseEndpoint(name);
    const key = env[`SCENEFIELD_${role.toUpperCase()}_KEY`] || endpoints?.keyOf(address) || null;
    const isAllowed = !isFar(address) || (endpoints?.isAgreed(address) ?? false);
    return { type: 'endpoint', endpoint: { address, model, key }, isAllowed };
  };
  return {
    embed: chosen('embed', env.SCENEFIELD_EMBED_MODEL || settings?.embed || 'multilingual-e5-small-q4'),
    write: chosen(
      'write',
      env.SCENEFIELD_WRITE_MODEL || settings?.write || `qwen2.5-coder-${writer}-instruct-q4_k_m`,
    ),
    judge: chosen('judge', env.SCENEFIELD_JUDGE_MODEL || settings?.judge || 'none'),
  };
}

function named(role: Role, name: string): LocalModel {
  if (name === 'none') return { type: 'none' };
  const entry = inManifest(name);
  // Whatever writes can judge.
  if (entry?.role === (role === 'judge' ? 'write' : role)) return { type: 'manifest', entry };
  if (entry === undefined && (isAbsolute(name) || /\.gguf$/i.test(name))) {
    return { type: 'file', path: resolve(process.env.INIT_CWD ?? '.', name) };
  }
  throw new AppError('model_unknown', { values: { role, model: name } });
}

/** What this process may still take: the machine's free memory, or less where a container limits it. */
function memoryAvailableBytes(): number {
  return Math.min(os.freemem(), process.availableMemory());
}
