import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { readPassageHashes, readSceneOwners, readVaultScenes, readVaultSources } from './stored.cypher.ts';

/** What the graph already holds of a vault: enough to give every scene the id it had. */
export interface Stored {
  sources: StoredSource[];
  scenes: StoredScene[];
}

const Source = z.object({
  id: z.string(),
  path: z.string(),
  hash: z.string(),
  scenesDigest: z.string().nullable(),
  linksDigest: z.string().nullable(),
});
export type StoredSource = z.infer<typeof Source>;

const Scene = z.object({
  id: z.string(),
  /** null for one without a file: missing, drafted, gone */
  sourceId: z.string().nullable(),
  key: z.string(),
  kind: z.string(),
  state: z.string(),
});
export type StoredScene = z.infer<typeof Scene>;

const Owner = z.object({ id: z.string(), vaultId: z.string().nullable(), sourceId: z.string().nullable() });

export async function readStored(graph: Graph, vaultId: string): Promise<Stored> {
  return graph.read(async (tx) => ({
    sources: z.array(Source).parse(await tx.run(readVaultSources, { vaultId })),
    scenes: z.array(Scene).parse(await tx.run(readVaultScenes, { vaultId })),
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
  const rows = await graph.read((tx) => tx.run(readSceneOwners, { ids, vaultId }));
  const owners = z.array(Owner).parse(rows);
  return new Set(
    owners.filter((owner) => owner.sourceId !== null || owner.vaultId !== null).map(({ id }) => id),
  );
}
