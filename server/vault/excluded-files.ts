import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { z } from 'zod';

/** Obsidian's settings of a vault, its list of excluded files among them. */
export const settingsFile = '.obsidian/app.json';

const AppSettings = z.object({ userIgnoreFilters: z.array(z.string()).nullish() });

export interface Excluded {
  /** Those of these paths that Obsidian leaves out. */
  among(paths: readonly string[]): Set<string>;
  /** an expression took too long: from there on it excludes nothing */
  readonly isSlow: boolean;
}

type Filter = (paths: readonly string[]) => readonly string[];

/** Time that one expression of a list, and all of them together, may take for a whole vault. Milliseconds. */
const longestOfOne = 500;
const longestOfAll = 2_000;

/**
 * Obsidian's own list of excluded files: beginnings of paths, or `/regular expression/`. An unreadable list excludes nothing.
 * Expressions are JavaScript's, as in Obsidian, and may be made to run for ever: each has its time.
 */
export async function readExcluded(vaultFolder: string): Promise<Excluded> {
  const time = { ofAll: longestOfAll, isSlow: false };
  const filters = (await readFilters(vaultFolder)).flatMap((filter) => readFilter(filter, time));
  return {
    among: (paths) => new Set(filters.flatMap((filter) => filter(paths))),
    get isSlow() {
      return time.isSlow;
    },
  };
}

async function readFilters(vaultFolder: string): Promise<string[]> {
  try {
    const settings: unknown = JSON.parse(await readFile(path.join(vaultFolder, settingsFile), 'utf8'));
    return AppSettings.parse(settings).userIgnoreFilters ?? [];
  } catch {
    return [];
  }
}

interface Time {
  ofAll: number;
  isSlow: boolean;
}

function readFilter(filter: string, time: Time): Filter[] {
  const expression = /^\/(.+)\/$/s.exec(filter)?.[1];
  if (expression === undefined) {
    const beginning = filter.normalize('NFC').toLowerCase();
    return beginning === ''
      ? []
      : [(paths) => paths.filter((notePath) => notePath.toLowerCase().startsWith(beginning))];
  }
  try {
    return [timed(new RegExp(expression, 'iu'), time)];
  } catch {
    return [];
  }
}

const test = new vm.Script('paths.filter((path) => pattern.test(path))');

/** Only a context of its own can be stopped in the middle of an expression. */
function timed(pattern: RegExp, time: Time): Filter {
  const context = vm.createContext({ pattern, paths: [] as readonly string[] });
  let left = longestOfOne;
  return (paths) => {
    if (paths.length === 0 || left <= 0 || time.ofAll <= 0) return [];
    const began = performance.now();
    try {
      context['paths'] = paths;
      const timeout = Math.ceil(Math.min(left, time.ofAll));
      return test.runInContext(context, { timeout }) as string[];
    } catch {
      left = 0;
      time.isSlow = true;
      return [];
    } finally {
      const took = performance.now() - began;
      left -= took;
      time.ofAll -= took;
    }
  };
}
