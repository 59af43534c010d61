import type { Graph } from '../../graph/graph.ts';
import type { Walked } from '../walk-vault.ts';
import { createKnownVault, type KnownVault } from './known-vault.ts';
import { readOutlines, readRows, type SourceRow, type WholeSource } from './stored.ts';

/** Vaults as their last readings left them, for a process that reads them again and again. */
export interface VaultMemory {
  /** Read from the graph where it is not known: seconds for a large vault. Null: it must be read whole. */
  of(graph: Graph, reading: VaultReading): Promise<KnownVault | null>;
  /** It is known under a new reading's name. */
  keep(reading: VaultReading, vault: KnownVault): void;
  /** Folders as they were last walked, by real path. One whose walk was cut is taken out: what was told of it since is lost. */
  walks: Map<string, Walked>;
}

export interface VaultReading {
  vaultId: string;
  /** see `readingName`: another one, and what was known does not count */
  name: string;
}

export function createVaultMemory(): VaultMemory {
  const held = new Map<string, { name: string; vault: Promise<KnownVault | null> }>();
  return {
    walks: new Map(),
    of(graph, { vaultId, name }) {
      const known = held.get(vaultId);
      if (known?.name === name) return known.vault;
      const vault = readKnownVault(graph, vaultId);
      held.set(vaultId, { name, vault });
      vault.catch(() => {
        if (held.get(vaultId)?.vault === vault) held.delete(vaultId);
      });
      return vault;
    },
    keep({ vaultId, name }, vault) {
      held.set(vaultId, { name, vault: Promise.resolve(vault) });
    },
  };
}

/** Null where not all of it was written by this reader. */
async function readKnownVault(graph: Graph, vaultId: string): Promise<KnownVault | null> {
  const vault = createKnownVault();
  for await (const sources of readWhole(graph, await readRows(graph, vaultId))) {
    if (sources === null) return null;
    for (const source of sources) vault.add(source);
  }
  return vault;
}

const atOnce = 1_000;

/** Sources with all that is kept of them, in portions. Null for a portion of which something is missing. */
async function* readWhole(graph: Graph, rows: readonly SourceRow[]): AsyncGenerator<WholeSource[] | null> {
  for (let first = 0; first < rows.length; first += atOnce) {
    const portion = rows.slice(first, first + atOnce);
    const outlines = await readOutlines(graph, portion);
    const sources = portion.flatMap((row): WholeSource[] => {
      const kept = outlines.get(row.id);
      return kept ? [{ ...row, kept, whole: true }] : [];
    });
    const isWhole = sources.length === portion.length;
    yield isWhole && sources.every((source) => source.linksDigest !== null) ? sources : null;
  }
}

/** All of them together. Null where something is missing of one. */
export async function readAllWhole(graph: Graph, rows: readonly SourceRow[]): Promise<WholeSource[] | null> {
  const whole: WholeSource[] = [];
  for await (const sources of readWhole(graph, rows)) {
    if (sources === null) return null;
    whole.push(...sources);
  }
  return whole;
}
