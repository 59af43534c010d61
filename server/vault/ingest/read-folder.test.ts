import { rename } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readerVersion } from '../folder-stamp.ts';
import { makeVault, type TemporaryVault } from '../testing/temporary-vault.ts';
import { walkVault } from '../walk-vault.ts';
import { readFolder } from './read-folder.ts';
import type { StoredSource } from './stored.ts';

let vault: TemporaryVault;
beforeEach(async () => {
  vault = await makeVault({ 'Поле.md': 'Поле.\n', 'shut/Ядро.md': 'Ядро.\n' });
});
afterEach(() => vault.delete());

async function readAll() {
  const walked = await walkVault(vault.path);
  return { walked, ...(await readFolder(walked, { sources: [], others: [] }, {})) };
}

/** As an ingest stores what was read. */
function stored({ sources }: Awaited<ReturnType<typeof readAll>>): StoredSource[] {
  return sources.map(({ outline, note, file }, at) => ({
    id: `source-${at}`,
    path: outline.path,
    file: note.path,
    stamp: note.stamp,
    hash: outline.hash,
    scenesDigest: 'scenes',
    linksDigest: 'links',
    whole: true,
    kept: { reader: readerVersion, outline, file, scenes: [], keys: [], passages: 1, concepts: [] },
  }));
}

it('keeps what was stored of a file that cannot be read now, and does not take it for read', async () => {
  const first = await readAll();
  const known = { sources: stored(first), others: [] };
  const walked = await walkVault(vault.path);
  await rename(path.join(vault.path, 'Поле.md'), path.join(vault.path, 'Поле.gone'));
  const notes = walked.notes.map((note) => (note.path === 'Поле.md' ? { ...note, stamp: 'another' } : note));
  const { sources, skipped, others } = await readFolder({ ...walked, notes }, known, {});
  expect(sources.map(({ outline }) => outline.path)).toEqual(['shut/Ядро.md', 'Поле.md']);
  expect(sources[1]?.note.stamp).toBe(known.sources.find((source) => source.path === 'Поле.md')?.stamp);
  expect(skipped).toEqual([{ path: 'Поле.md', reason: 'unreadable', kept: true }]);
  expect(others).toEqual([]);
});

it('keeps what was stored below a folder that cannot be listed', async () => {
  const first = await readAll();
  const known = { sources: stored(first), others: [] };
  const walked = await walkVault(vault.path);
  const shut = {
    ...walked,
    notes: walked.notes.filter((note) => !note.path.startsWith('shut/')),
    unreadable: [{ path: 'shut', reason: 'unreadable' as const }],
  };
  const { sources, skipped } = await readFolder(shut, known, {});
  expect(sources.map(({ outline }) => outline.path)).toEqual(['Поле.md', 'shut/Ядро.md']);
  expect(skipped).toEqual([{ path: 'shut', reason: 'unreadable', kept: true }]);
});
