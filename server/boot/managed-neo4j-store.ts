import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { toFileFault } from '../backup/file-fault.ts';

/**
 * Copies the managed store's files aside, whole or not at all, and says where. Neo4j must be stopped.
 * Null where there is no store yet.
 * @throws AppError disk_full
 */
export async function copyStoreAside({
  home,
  now = new Date(),
}: {
  home: string;
  now?: Date;
}): Promise<string | null> {
  const store = path.join(home, 'neo4j', 'data');
  const isThere = await stat(store).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const place = path.join(home, 'backups', `neo4j-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  const draft = `${place}.part`;
  try {
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await cp(store, draft, { recursive: true });
    await rename(draft, place);
    return place;
  } catch (error) {
    throw toFileFault(error, place);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
