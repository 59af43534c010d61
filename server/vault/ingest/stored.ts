import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { readerVersion } from '../folder-stamp.ts';
import type { SourceOutline } from '../parsed.ts';
import type { ReadSource } from './read-folder.ts';
import type { OutlineMemory } from './outline-memory.ts';
import type { Plan } from './plan.ts';
import {
  readOutlines,
  readPassageHashes,
  readSceneOwners,
  readSources,
  readVaultScenes,
  readVaultSources,
} from './stored.cypher.ts';

/** What the graph already holds of a vault: enough to give every scene the id it had, and to leave untouched files unread. */
export interface Stored {
  sources: StoredSource[];
  scenes: StoredScene[];
}

/** What is kept of a source for later readings, as JSON in `Source.outline`. */
export interface KeptSource {
  reader: number;
  outline: SourceOutline;
  file: ReadSource['file'];
  /** ids and keys, beside `outline.scenes` */
  scenes: string[];
  keys: string[];
  passages: number;
  /** ids of the concepts that its words name */
  concepts: string[];
}

const Source = z.object({
  id: z.string(),
  path: z.string(),
  /** the vault's file that it came from */
  file: z.string(),
  stamp: z.string().nullable(),
  hash: z.string(),
  scenesDigest: z.string().nullable(),
  linksDigest: z.string().nullable(),
});
export type SourceRow = z.infer<typeof Source>;
export type StoredSource = SourceRow & {
  /** null: read by another reader than this one */
  kept: KeptSource | null;
};

const Outline = z.object({ id: z.string(), outline: z.string().nullable() });
const outlinesAtOnce = 2_000;

const Scene = z.object({
  id: z.string(),
  /** null for one without a file: missing, drafted, gone */
  sourceId: z.string().nullable(),
  key: z.string(),
  kind: z.string(),
});
export type StoredScene = z.infer<typeof Scene>;

const Owner = z.object({ id: z.string(), vaultId: z.string().nullable(), sourceId: z.string().nullable() });

/** `reading`: the vault's last one; null where it was not through. `memory`: what this process read or wrote before is not read again. */
export async function readStored(
  graph: Graph,
  {
    vaultId,
    reading,
    memory,
  }: { vaultId: string; reading: string | null; memory: OutlineMemory | undefined },
): Promise<Stored> {
  return graph.read(async (tx) => {
    const known = reading === null ? undefined : memory?.rowsOf(vaultId, reading);
    const rows = known ?? z.array(Source).parse(await tx.run(readVaultSources, { vaultId }));
    const held = new Map<string, KeptSource | null>();
    for (const source of rows) {
      const kept = memory?.get(source);
      if (kept !== undefined) held.set(source.id, kept);
    }
    const others = rows.filter(({ id }) => !held.has(id));
    for (let first = 0; first < others.length; first += outlinesAtOnce) {
      const some = others.slice(first, first + outlinesAtOnce);
      const outlines = z.array(Outline).parse(await tx.run(readOutlines, { ids: some.map(({ id }) => id) }));
      const byId = new Map(outlines.map(({ id, outline }) => [id, outline]));
      for (const source of some) {
        const outline = byId.get(source.id) ?? null;
        const kept = readKept(outline);
        held.set(source.id, kept);
        memory?.keep(source, kept, outline?.length ?? 0);
      }
    }
    const sources = rows.map((source) => ({ ...source, kept: held.get(source.id) ?? null }));
    const sourceIds = sources.flatMap(({ id, kept }) => (kept === null ? [id] : []));
    const scenes = z.array(Scene).parse(await tx.run(readVaultScenes, { vaultId, sourceIds }));
    return { sources, scenes: [...sources.flatMap(scenesOf), ...scenes] };
  });
}

/** Rows of a vault's sources after a plan was written; those that it touched are read from the graph. */
export async function rowsAfter(
  graph: Graph,
  before: readonly SourceRow[],
  { scenes, links, restamped, vanished }: Plan,
): Promise<SourceRow[]> {
  const touched = [...new Set([...scenes, ...links, ...restamped].map(({ ids }) => ids.id))];
  const isOther = new Set([...touched, ...vanished.map(({ sourceId }) => sourceId)]);
  const now = touched.length === 0 ? [] : await graph.read((tx) => tx.run(readSources, { ids: touched }));
  return [...before.filter(({ id }) => !isOther.has(id)), ...z.array(Source).parse(now)];
}

/** Written by this very reader, so that its shape is known. */
function readKept(outline: string | null): KeptSource | null {
  const kept = outline === null ? null : (JSON.parse(outline) as KeptSource);
  return kept?.reader === readerVersion ? kept : null;
}

function scenesOf({ id: sourceId, kept }: StoredSource): StoredScene[] {
  return (kept?.scenes ?? []).map((id, index) => ({
    id,
    sourceId,
    key: kept?.keys[index] ?? '',
    kind: kept?.outline.scenes[index]?.kind ?? 'note',
  }));
}

/** Hashes of the passages of these sources' scenes, by scene id. */
export async function readHashes(graph: Graph, sourceIds: readonly string[]): Promise<Map<string, string[]>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await graph.read((tx) => tx.run(readPassageHashes, { sourceIds }));
  const shape = z.array(z.object({ sceneId: z.string(), hashes: z.array(z.string()) }));
  return new Map(shape.parse(rows).map((row) => [row.sceneId, row.hashes]));
}

/** Of these ids, those that a scene with a file in another vault, or a person's own scene, already has. */
export async function readTaken(graph: Graph, vaultId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await graph.read((tx) => tx.run(readSceneOwners, { ids, vaultId }));
  const owners = z.array(Owner).parse(rows);
  return new Set(
    owners.filter((owner) => owner.sourceId !== null || owner.vaultId !== null).map(({ id }) => id),
  );
}
