import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Holds what can be fetched again; shared by all homes. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.SCENEFIELD_CACHE ? resolve(env.SCENEFIELD_CACHE) : envPaths('scenefield', { suffix: '' }).cache;
}

export function weightsFolder(cache: string): string {
  return join(cache, 'models');
}
