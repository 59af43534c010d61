import type { SourceOutline } from '../parsed.ts';
import { pathKey } from './note-index.ts';

/** Which source a name means, where exactly one has it. */
export function indexNames(
  sources: readonly SourceOutline[],
  namesOf: (source: SourceOutline) => readonly string[],
): (name: string) => { source: number; others: number } | null {
  const owners = new Map<string, number | 'several'>();
  sources.forEach((source, index) => {
    const names = namesOf(source);
    if (names.length === 0) return;
    for (const name of new Set(names.map(pathKey))) owners.set(name, owners.has(name) ? 'several' : index);
  });
  return (name) => {
    const source = owners.get(pathKey(name));
    return typeof source === 'number' ? { source, others: 0 } : null;
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A block's id that is the only one in the world. */
export function isWorldwide(block: string): boolean {
  return uuid.test(block);
}

/** Blocks whose ids are the only ones in the world, by id: made when first asked for. Of copies the first counts. */
export function indexBlocks(sources: readonly SourceOutline[]): () => ReadonlyMap<string, number> {
  let index: Map<string, number> | null = null;
  return () => {
    if (index) return index;
    index = new Map();
    for (const [at, { scenes }] of sources.entries())
      for (const id of scenes.flatMap((scene) => scene.blocks))
        if (isWorldwide(id) && !index.has(id)) index.set(id, at);
    return index;
  };
}
