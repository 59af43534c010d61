import { chanceOf, type Chance } from '../../scenes/formula/chance.ts';
import { intoFrame } from '../../scenes/formula/frame.ts';
import { makeSpace, rowOf, type Space } from '../../scenes/formula/space.ts';
import { meanOf, type Vector } from '../../scenes/formula/vectors.ts';
import { connectGraph, type GraphAddress } from '../graph/connect-graph.ts';
import type { Graph } from '../graph/graph.ts';
import type { VectorTable } from '../search/knn/vector-table.ts';
import { tableOf, withContenders } from './find-contenders.ts';
import { readMeans, readSceneRows, type SceneRow } from './read-rows.ts';

/** All scenes of the field as formulas see them. An update goes on with the same table; what was held before it is of no use then. */
export interface HeldSpace {
  model: string;
  space: Space;
  /** the same vectors as bytes */
  table: VectorTable;
  chance: Chance;
  /** the same of single vaults, as far as they were asked for */
  chanceIn: Map<string, Chance>;
  scenes: readonly SceneRow[];
  rowById: ReadonlyMap<string, number>;
  /** how many scenes its frame was made from */
  framedAt: number;
}

/** What all scenes have in common is found anew when the field has grown or shrunk by a tenth. */
const drift = 0.1;

/** Brings what is held to what the graph holds: only scenes whose words differ are read again while the frame stands. */
export async function fillSpace(
  held: HeldSpace | null,
  { model, address, words }: { model: string; address: GraphAddress; words: readonly Vector[] },
): Promise<HeldSpace> {
  const graph = await connectGraph(address);
  try {
    const scenes = await readSceneRows(graph, model);
    const isFramed =
      held?.model === model &&
      Math.abs(scenes.length - held.framedAt) <= drift * held.framedAt &&
      held.framedAt > 0;
    const filled = isFramed ? await update(graph, held, scenes) : await readAll(graph, model, scenes);
    return { ...filled, space: { ...filled.space, words: wordsFrame(filled.space, words) } };
  } finally {
    await graph.close();
  }
}

async function readAll(graph: Graph, model: string, scenes: SceneRow[]): Promise<HeldSpace> {
  const kept: SceneRow[] = [];
  let raw = new Float32Array(0);
  let dimensions = 0;
  await readMeans(graph, {
    rows: scenes,
    model,
    each(row, mean) {
      if (dimensions === 0) {
        dimensions = mean.length;
        raw = new Float32Array(scenes.length * dimensions);
      }
      if (mean.length !== dimensions) return;
      raw.set(mean, kept.length * dimensions);
      kept.push(row);
    },
  });
  const space = makeSpace(raw.subarray(0, kept.length * dimensions), { dimensions, words: [] });
  const table = tableOf(space, (row) => kept[row]?.id ?? '');
  const held = holding(kept, { model, space, table, framedAt: scenes.length });
  return { ...held, chance: chanceOf(held.space), chanceIn: new Map() };
}

async function update(graph: Graph, held: HeldSpace, scenes: SceneRow[]): Promise<HeldSpace> {
  const { space, model } = held;
  const before = new Map(held.scenes.map(({ id, digest }, row) => [`${id} ${digest}`, row]));
  const vectors = new Map<SceneRow, Vector>();
  const changed: SceneRow[] = [];
  for (const scene of scenes) {
    const row = before.get(`${scene.id} ${scene.digest}`);
    if (row === undefined) changed.push(scene);
    else vectors.set(scene, rowOf(space, row));
  }
  if (changed.length === 0 && scenes.length === held.scenes.length) return held;
  await readMeans(graph, {
    rows: changed,
    model,
    each: (scene, mean) => vectors.set(scene, intoFrame(space.frame, mean)),
  });
  const there = new Set(scenes.map(({ id }) => id));
  for (const { id } of held.scenes) if (!there.has(id)) held.table.remove(id);
  for (const { id, vector } of changed.flatMap((scene) => ({ id: scene.id, vector: vectors.get(scene) })))
    if (vector) held.table.put({ id, vaultId: '', vector: Float32Array.from(vector) });
    else held.table.remove(id);
  const kept = scenes.filter((scene) => vectors.has(scene));
  const rows = new Float32Array(kept.length * space.dimensions);
  for (const [row, scene] of kept.entries()) rows.set(vectors.get(scene) ?? [], row * space.dimensions);
  return { ...held, ...holding(kept, { ...held, space: { ...space, rows, count: kept.length } }) };
}

function holding(scenes: SceneRow[], rest: Omit<HeldSpace, 'scenes' | 'rowById' | 'chance' | 'chanceIn'>) {
  const rowById = new Map(scenes.map(({ id }, row) => [id, row]));
  const space = withContenders(rest.space, rest.table, (id) => rowById.get(id));
  return { ...rest, space, scenes, rowById };
}

function wordsFrame({ frame, words, dimensions }: Space, texts: readonly Vector[]) {
  return texts.length === 0 ? words : { ...frame, centre: meanOf(texts, dimensions) };
}
