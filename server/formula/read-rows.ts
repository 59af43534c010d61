import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Vector } from '../../scenes/formula/vectors.ts';
import type { Graph } from '../graph/graph.ts';
import { readPassagesAfter, readTurns, readVectors } from './formula.cypher.ts';

/** A scene that formulas can find: a note or another root, and each turn of a talk. */
export interface SceneRow {
  id: string;
  vaultId: string;
  passages: string[];
  /** another one when a word of it differs */
  digest: string;
}

const Passage = z.object({
  id: z.string(),
  hash: z.string(),
  sceneId: z.string(),
  rootId: z.string(),
  vaultId: z.string(),
});
const Turn = z.object({ sceneId: z.string(), turnId: z.string() });
const Read = z.object({ id: z.string(), vector: z.array(z.number()) });

const passagesAPage = 20_000;
const vectorsAtOnce = 500;

/** Every scene that has passages with vectors of this model, in the order of ids. */
export async function readSceneRows(graph: Graph, model: string): Promise<SceneRow[]> {
  const turns = new Map(
    z
      .array(Turn)
      .parse(await graph.read((tx) => tx.run(readTurns)))
      .map(({ sceneId, turnId }) => [sceneId, turnId]),
  );
  const gathered = new Map<string, { vaultId: string; passages: string[]; hashes: string[] }>();
  for (let after = ''; ;) {
    const page = { after, model, limit: passagesAPage };
    const passages = z.array(Passage).parse(await graph.read((tx) => tx.run(readPassagesAfter, page)));
    for (const { id, hash, sceneId, rootId, vaultId } of passages) {
      for (const key of new Set([rootId, turns.get(sceneId) ?? rootId])) {
        const row = gathered.get(key) ?? { vaultId, passages: [], hashes: [] };
        row.passages.push(id);
        row.hashes.push(hash);
        gathered.set(key, row);
      }
    }
    if (passages.length < passagesAPage) break;
    after = passages.at(-1)?.id ?? '';
  }
  return [...gathered]
    .map(([id, { vaultId, passages, hashes }]) => {
      const digest = createHash('sha256').update(hashes.join(' ')).digest('base64');
      return { id, vaultId, passages, digest };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Hands on the mean of each scene's vectors. One whose passages went meanwhile is left out. */
export async function readMeans(
  graph: Graph,
  {
    rows,
    model,
    each,
  }: { rows: readonly SceneRow[]; model: string; each(row: SceneRow, mean: Vector): void },
): Promise<void> {
  for (let first = 0; first < rows.length;) {
    const some: SceneRow[] = [];
    for (let count = 0; first < rows.length && (some.length === 0 || count < vectorsAtOnce); first++) {
      const row = rows[first];
      if (row === undefined) break;
      some.push(row);
      count += row.passages.length;
    }
    const ids = some.flatMap(({ passages }) => passages);
    const read = z.array(Read).parse(await graph.read((tx) => tx.run(readVectors, { ids, model })));
    const vectors = new Map(read.map(({ id, vector }) => [id, vector]));
    for (const row of some) {
      const own = row.passages.flatMap((id) => [vectors.get(id) ?? []].filter(({ length }) => length > 0));
      const [one] = own;
      if (one)
        each(
          row,
          Float32Array.from(one, (_, at) => meanAt(own, at)),
        );
    }
  }
}

function meanAt(vectors: readonly (readonly number[])[], at: number): number {
  return vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0) / vectors.length;
}
