import { commitChange } from '../../changes/commit-change.ts';
import type { Graph } from '../../graph/graph.ts';
import type { ScanOptions } from '../scan.ts';
import type { Walked } from '../walk-vault.ts';
import { newIds } from './assign-ids.ts';
import { inBatches } from './in-batches.ts';
import { inOwnBatches, type OwnRows, ownRows, writeOwn } from './own-rows.ts';
import { scenesDigestOf } from './plan.ts';
import { type FolderReading, readFolder, type ReadText } from './read-folder.ts';
import { type OpenedVault, openVault } from './vault-node.ts';

/** What was written of a vault while it was read. */
export interface Begun {
  vault: OpenedVault & { isNew: boolean };
  /** number of the change, whose values and touches are still to be said */
  since: number;
  /** digests of sources whose own scenes are written, by source id */
  written: Map<string, string>;
  /** scenes that are new */
  created: Set<string>;
}

interface First {
  walked: Walked;
  /** as `openVault` takes it */
  place: { path: string; name: string | undefined };
  options: ScanOptions;
}

/**
 * Reads a folder into a field that has no scenes yet. Nothing has to be compared, so each source is written as soon as it is read, under the ids
 * that the plan will give it, and Neo4j does not wait for the reading; links, which need everybody's names, come after.
 * `begun` is null where the folder gives nothing: then nothing was written.
 */
export async function readFirst(
  graph: Graph,
  { walked, place, options }: First,
): Promise<FolderReading & { begun: Begun | null }> {
  let begun: ReturnType<typeof begin> | null = null;
  const started = () => (begun ??= begin(graph, place));
  const reading = await inBatches(
    {
      ...inOwnBatches,
      async write(batch: OwnRows[]) {
        const { vault, since, created } = await started();
        const of = { vaultId: vault.id, since, isFirst: true };
        for (const id of await writeOwn(graph, batch, of)) created.add(id);
      },
    },
    (add) => {
      const onRead = async (sources: readonly ReadText[]) => {
        const { vault, idsOf, written } = await started();
        for (const { read, text } of sources) {
          const ids = { vaultId: vault.id, ...idsOf(read.outline) };
          const scenesDigest = scenesDigestOf(read, ids);
          const rows = text === null ? null : ownRows({ read, ids, text, scenesDigest });
          if (rows === null) continue;
          await add({ rows, leaving: [] });
          written.set(ids.id, scenesDigest);
        }
      };
      return readFolder(walked, { sources: [], others: [] }, { ...options, onRead });
    },
  );
  return { ...reading, begun: await begun };
}

async function begin(
  graph: Graph,
  place: First['place'],
): Promise<Begun & { idsOf: ReturnType<typeof newIds> }> {
  const vault = await openVault(graph, place);
  const values = { vault: vault.name, added: 0, edited: 0, removed: 0 };
  const since = await graph.write((tx) => commitChange(tx, { kind: 'ingest', values, steps: [] }));
  return { vault, since, written: new Map(), created: new Set(), idsOf: newIds(vault.id) };
}
