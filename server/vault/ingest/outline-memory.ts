import type { KeptSource, SourceRow } from './stored.ts';

/** What was read from the graph before, or written to it: most of a folder is untouched each time it is read. */
export interface OutlineMemory {
  get(source: Named): KeptSource | null | undefined;
  /** `size`: UTF-16 units of it as JSON, about */
  keep(source: Named, kept: KeptSource | null, size: number): void;
  /** Rows of a vault's sources as its reading of that name left them. */
  rowsOf(vaultId: string, reading: string): readonly SourceRow[] | undefined;
  keepRows(vaultId: string, reading: string, rows: readonly SourceRow[]): void;
}

type Named = Pick<SourceRow, 'id' | 'stamp' | 'scenesDigest'>;

/** About what 20,000 notes need; outlines of a larger field are read from the graph each time, so that memory stays bounded. */
const mostKept = 60_000_000;

export function createOutlineMemory(): OutlineMemory {
  const held = new Map<string, { key: string; kept: KeptSource | null }>();
  const readings = new Map<string, { reading: string; rows: readonly SourceRow[] }>();
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
    rowsOf(vaultId, reading) {
      const found = readings.get(vaultId);
      return found?.reading === reading ? found.rows : undefined;
    },
    keepRows(vaultId, reading, rows) {
      readings.set(vaultId, { reading, rows });
    },
  };
}
