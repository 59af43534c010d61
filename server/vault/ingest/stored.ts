import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { readerVersion } from '../folder-stamp.ts';
import type { SourceOutline } from '../parsed.ts';
import type { ReadSource } from './read-folder.ts';
import {
  readFileScenes,
  readOutlines as cypherOfOutlines,
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
  /** with its links; else it stays as it is, and says only what others need */
  whole: boolean;
};
export type WholeSource = StoredSource & { kept: KeptSource; whole: true };

const Outline = z.object({ id: z.string(), outline: z.string().nullable() });

const Scene = z.object({
  id: z.string(),
  /** null for one without a file: missing, drafted, gone */
  sourceId: z.string().nullable(),
  key: z.string(),
  kind: z.string(),
});
export type StoredScene = z.infer<typeof Scene>;

const Owner = z.object({ id: z.string(), vaultId: z.string().nullable(), sourceId: z.string().nullable() });

const outlinesAtOnce = 2_000;

/** All of a vault, whole. */
export async function readStored(graph: Graph, vaultId: string): Promise<Stored> {
  const rows = await readRows(graph, vaultId);
  const kept = new Map<string, KeptSource | null>();
  for (let first = 0; first < rows.length; first += outlinesAtOnce)
    for (const [id, outline] of await readOutlines(graph, rows.slice(first, first + outlinesAtOnce)))
      kept.set(id, outline);
  const sources = rows.map((source) => ({ ...source, kept: kept.get(source.id) ?? null, whole: true }));
  return { sources, scenes: await readScenes(graph, { vaultId, sources }) };
}

export async function readRows(graph: Graph, vaultId: string): Promise<SourceRow[]> {
  return z.array(Source).parse(await graph.read((tx) => tx.run(readVaultSources, { vaultId })));
}

/** Rows of these sources as they are now. */
export async function readRowsOf(graph: Graph, ids: readonly string[]): Promise<SourceRow[]> {
  if (ids.length === 0) return [];
  return z.array(Source).parse(await graph.read((tx) => tx.run(readSources, { ids })));
}

/** By id of the source. */
export async function readOutlines(
  graph: Graph,
  sources: readonly Pick<SourceRow, 'id'>[],
): Promise<Map<string, KeptSource | null>> {
  const ids = sources.map(({ id }) => id);
  const rows = z.array(Outline).parse(await graph.read((tx) => tx.run(cypherOfOutlines, { ids })));
  return new Map(rows.map(({ id, outline }) => [id, readKept(outline)]));
}

/** Stored scenes of a vault: those of these sources, and those that no source's outline tells. */
export async function readScenes(
  graph: Graph,
  { vaultId, sources }: { vaultId: string; sources: readonly StoredSource[] },
): Promise<StoredScene[]> {
  const sourceIds = sources.flatMap(({ id, kept }) => (kept === null ? [id] : []));
  const rows = await graph.read((tx) => tx.run(readVaultScenes, { vaultId, sourceIds }));
  return [...sources.flatMap(scenesOf), ...z.array(Scene).parse(rows)];
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

/** Of these ids, those that a scene with a file has. */
export async function readOwned(graph: Graph, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await graph.read((tx) => tx.run(readFileScenes, { ids }));
  return z
    .array(Owner.pick({ id: true }))
    .parse(rows)
    .map(({ id }) => id);
}
