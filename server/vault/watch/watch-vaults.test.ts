import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type VaultWatch, watchVaults, type WatchOptions } from './watch-vaults.ts';

type VaultReader = WatchOptions['read'];

let folder: string;
let watch: VaultWatch | null = null;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'watch-'));
});
afterEach(async () => {
  await watch?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function watched(read: VaultReader) {
  watch = watchVaults({
    list: () => Promise.resolve([{ name: 'notes', path: folder }]),
    read,
    warn: (values, event) => {
      throw new Error(event, { cause: values.err });
    },
  });
  await watch.refresh();
}

it('reads a vault once when it begins to follow it, and once for a burst of changes', async () => {
  const read = vi.fn<VaultReader>(() => Promise.resolve(true));
  await watched(read);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  for (let i = 0; i < 100; i += 1) {
    await writeFile(path.join(folder, 'a.md'), `text ${i}`);
    await rename(path.join(folder, 'a.md'), path.join(folder, `b${i % 3}.md`));
  }
  await vi.waitFor(() => expect(read.mock.calls.length).toBeGreaterThan(1), 5_000);
  await sleep(600);
  expect(read.mock.calls.length).toBeLessThan(5);
});

it('reads once more when a change came while it was reading', async () => {
  let finish = (): void => undefined;
  const read = vi.fn<VaultReader>(() => new Promise((resolve) => (finish = () => resolve(true))));
  await watched(read);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  await writeFile(path.join(folder, 'a.md'), 'text');
  await sleep(700);
  expect(read).toHaveBeenCalledTimes(1);
  finish();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  finish();
});

it('reads a vault that is new to it: it may have changed between its first reading and now', async () => {
  const other = await mkdtemp(path.join(os.tmpdir(), 'watch-'));
  const vaults = [{ name: 'notes', path: folder }];
  const read = vi.fn<VaultReader>(() => Promise.resolve(true));
  watch = watchVaults({ list: () => Promise.resolve(vaults), read, warn: vi.fn() });
  await watch.refresh();
  vaults.push({ name: 'other', path: other });
  await watch.refresh();
  await vi.waitFor(() => expect(read).toHaveBeenCalledWith(vaults[1], null));
  await rm(other, { recursive: true });
});

it('says nothing of hidden files', async () => {
  const read = vi.fn<VaultReader>(() => Promise.resolve(true));
  await watched(read);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  await writeFile(path.join(folder, '.workspace.json'), '{}');
  await sleep(800);
  expect(read).toHaveBeenCalledTimes(1);
});

it('says which files changed, and after a reading that failed no longer', async () => {
  let works = true;
  const read = vi.fn<VaultReader>(() => Promise.resolve(works));
  await watched(read);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
  works = false;
  const file = path.join(folder, 'a.md');
  await writeFile(file, 'text');
  await vi.waitFor(() => expect(read).toHaveBeenLastCalledWith(expect.anything(), [file]), 5_000);
  works = true;
  await writeFile(file, 'more');
  await vi.waitFor(() => expect(read).toHaveBeenLastCalledWith(expect.anything(), null), 5_000);
  await writeFile(file, 'and more');
  await vi.waitFor(() => expect(read).toHaveBeenLastCalledWith(expect.anything(), [file]), 5_000);
});
