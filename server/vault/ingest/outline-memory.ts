import type { KeptSource, StoredSource } from './stored.ts';

/** Outlines that were read from the graph before, each as long as its source says the same: most of a folder is untouched each time it is read. */
export interface OutlineMemory {
  get(source: Named): KeptSource | null | undefined;
  /** `size`: UTF-16 units of it as JSON, about */
  keep(source: Named, kept: KeptSource | null, size: number): void;
}

type Named = Pick<StoredSource, 'id' | 'stamp' | 'scenesDigest'>;

/** About what 20,000 notes need; a larger field is read from the graph each time, so that memory stays bounded. */
const mostKept = 60_000_000;

export function createOutlineMemory(): OutlineMemory {
  const held = new Map<string, { key: string; kept: KeptSource | null }>();
  let size = 0;
  const keyOf = ({ stamp, scenesDigest }: Named) => `${stamp} ${scenesDigest}`;
  return {
    get(source) {
      const found = held.get(source.id);
      return found?.key === keyOf(source) ? found.kept : undefined;
    },
    keep(source, kept, units) {
      // half stored
      if (source.scenesDigest === null) return;
      // what an edit replaces counts on: in time all is let go and read anew
      size += units;
      if (size > mostKept) {
        held.clear();
        size = units;
      }
      held.set(source.id, { key: keyOf(source), kept });
    },
  };
}
