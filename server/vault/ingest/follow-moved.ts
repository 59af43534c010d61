import type { Known } from './assign-ids.ts';
import { mostAlike, passageHashes } from './match-sources.ts';
import type { ReadSource } from './read-folder.ts';
import type { StoredScene } from './stored.ts';

/**
 * A section that stands in another file now (notes were split or joined) is the same scene: most of its passages say so.
 * Fills in `kept`, and gives the ids that were.
 */
export function followMoved(
  read: readonly ReadSource[],
  kept: readonly { scenes: (string | null)[] }[],
  { scenes: stored, hashes }: Pick<Known, 'scenes' | 'hashes'>,
): string[] {
  const staying = new Set(kept.flatMap(({ scenes }) => scenes));
  const holders = new Map<string, Set<StoredScene>>();
  for (const scene of stored) {
    if (scene.sourceId === null || scene.kind !== 'section' || staying.has(scene.id)) continue;
    for (const hash of hashes.get(scene.id) ?? [])
      holders.set(hash, (holders.get(hash) ?? new Set()).add(scene));
  }
  const moved: string[] = [];
  if (holders.size === 0) return moved;
  read.forEach((source, at) => {
    const ids = kept[at]?.scenes ?? [];
    source.outline.scenes.forEach(({ kind }, index) => {
      if (kind !== 'section' || ids[index] !== null) return;
      const own = passageHashes(source, index);
      const alike = new Set(own.flatMap((hash) => [...(holders.get(hash) ?? [])]));
      const others = [...alike].filter(({ id }) => !staying.has(id));
      const found = mostAlike(own, others, hashes);
      if (!found) return;
      ids[index] = found.id;
      staying.add(found.id);
      moved.push(found.id);
    });
  });
  return moved;
}
