import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readExcluded, settingsFile } from './excluded-files.ts';
import { walkVault } from './walk-vault.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'excluded-'));
  await mkdir(path.join(folder, '.obsidian'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function excludedBy(...userIgnoreFilters: string[]) {
  await writeFile(path.join(folder, settingsFile), JSON.stringify({ userIgnoreFilters }));
  return readExcluded(folder);
}

it('are beginnings of paths and expressions as JavaScript has them', async () => {
  const excluded = await excludedBy('Архив/', '/^(?!notes|архив).*\\.md$/', '/[/', '');
  expect([...excluded.among(['архив/a.md', 'notes/b.md', 'c.md', 'd.txt'])]).toEqual(['архив/a.md', 'c.md']);
  expect(excluded.isSlow).toBe(false);
});

it('an expression without end is given up and named, and the others still count', async () => {
  const long = `${'a'.repeat(60)}!.md`;
  await writeFile(path.join(folder, long), 'x');
  await writeFile(path.join(folder, 'draft.md'), 'x');
  await excludedBy('/^(a+)+$/', '/^(a|a)*$/', '/draft/');
  const began = performance.now();
  const { notes, unreadable, others } = await walkVault(folder);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(notes.map((note) => note.path)).toEqual([long]);
  expect(unreadable).toEqual([{ path: settingsFile, reason: 'filter_slow' }]);
  expect(others).toContainEqual({ path: settingsFile, kind: 'skipped' });
});

it('a list of a thousand of them takes no longer', async () => {
  const excluded = await excludedBy(...Array.from({ length: 1_000 }, (_, n) => `/^(a+)+${n}$/`));
  const began = performance.now();
  expect(excluded.among([`${'a'.repeat(60)}!`]).size).toBe(0);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(excluded.isSlow).toBe(true);
});
