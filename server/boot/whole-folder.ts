import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const listing = 'contents.json';

/**
 * Fills a folder of the cache once, whole or not at all: made beside its place, renamed into it, with a list of what is inside.
 * A folder whose files are not those of its list (something was deleted or cut short) is made again.
 */
export async function makeWholeFolder(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<{ made: boolean }> {
  if (await isWhole(target)) return { made: false };
  const draft = `${target}.${process.pid}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await fill(draft);
    await writeFile(path.join(draft, listing), JSON.stringify(await sizesOf(draft)));
    // Another process may have been quicker: then its folder stays.
    if (await isWhole(target)) return { made: false };
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
    return { made: true };
  } catch (error) {
    if (await isWhole(target)) return { made: false };
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** True where every file of the folder's list is there in its length. */
export async function isWhole(folder: string): Promise<boolean> {
  if (!existsSync(path.join(folder, listing))) return false;
  try {
    const sizes = JSON.parse(await readFile(path.join(folder, listing), 'utf8')) as Record<string, number>;
    const found = await Promise.all(
      Object.entries(sizes).map(
        async ([name, bytes]) => (await stat(path.join(folder, name))).size === bytes,
      ),
    );
    return found.every(Boolean);
  } catch {
    return false;
  }
}

async function sizesOf(folder: string): Promise<Record<string, number>> {
  const names = await readdir(folder);
  const sizes = await Promise.all(
    names.map(async (name) => [name, (await stat(path.join(folder, name))).size] as const),
  );
  return Object.fromEntries(sizes);
}
