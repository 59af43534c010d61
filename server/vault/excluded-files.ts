import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const AppSettings = z.object({ userIgnoreFilters: z.array(z.string()).nullish() });

/**
 * Obsidian's own list of excluded files: beginnings of paths, or `/regular expression/`.
 * An unreadable list excludes nothing. Pattern characters that could run long on a path are not a worry: paths are short.
 */
export async function readExcluded(vaultFolder: string): Promise<(path: string) => boolean> {
  const tests = (await readFilters(vaultFolder)).flatMap(readFilter);
  return (notePath) => tests.some((test) => test(notePath));
}

async function readFilters(vaultFolder: string): Promise<string[]> {
  try {
    const settings: unknown = JSON.parse(
      await readFile(path.join(vaultFolder, '.obsidian', 'app.json'), 'utf8'),
    );
    return AppSettings.parse(settings).userIgnoreFilters ?? [];
  } catch {
    return [];
  }
}

function readFilter(filter: string): ((path: string) => boolean)[] {
  const expression = /^\/(.+)\/$/s.exec(filter)?.[1];
  if (expression === undefined) {
    const beginning = filter.normalize('NFC').toLowerCase();
    return beginning === '' ? [] : [(notePath) => notePath.toLowerCase().startsWith(beginning)];
  }
  try {
    const pattern = new RegExp(expression, 'iu');
    return [(notePath) => pattern.test(notePath)];
  } catch {
    return [];
  }
}
