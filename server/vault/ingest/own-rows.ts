import type { Graph } from '../../graph/graph.ts';
import { readerVersion } from '../folder-stamp.ts';
import { type LeavingScene, leaveScenes } from './leave-scenes.ts';
import { conceptsIn, passagesIn, type PlannedSource } from './plan.ts';
import { type SceneRows, sceneRows } from './source-rows.ts';
import type { KeptSource } from './stored.ts';
import { writeSceneRows, type WritingScenes } from './write-scenes.ts';

/** What a source is in itself, links apart, and its scenes that go. */
export interface OwnRows {
  rows: SceneRows;
  leaving: readonly LeavingScene[];
}

/** With what a later reading needs of it. Null for a file that was read before: its scenes and what is kept of it were written together. */
export function ownRows(source: Planned & { text: string }): SceneRows | null {
  const { read, ids, text, scenesDigest } = source;
  const { parts } = read;
  if (parts === null) return null;
  const rows = sceneRows({ read, parts, text, ids });
  return { ...rows, source: { ...rows.source, scenesDigest, outline: JSON.stringify(keptOf(source)) } };
}

type Planned = Pick<PlannedSource, 'read' | 'ids' | 'scenesDigest'>;

function keptOf({ read, ids }: Planned): KeptSource {
  const { outline, file } = read;
  const { scenes, keys } = ids;
  return {
    reader: readerVersion,
    outline,
    file,
    scenes: [...scenes],
    keys: [...keys],
    passages: passagesIn(read),
    concepts: conceptsIn(read),
  };
}

/** Sources of their own wait for nobody: two transactions at once. */
export const inOwnBatches = {
  weigh: ({ rows }: OwnRows) => rows.scenes.length + rows.passages.length,
  atOnce: 2,
};

/** One transaction. Gives the ids of scenes of which the graph had nothing. */
export function writeOwn(graph: Graph, batch: readonly OwnRows[], of: WritingScenes): Promise<string[]> {
  const leaving = batch.flatMap((source) => source.leaving);
  const rows = batch.map((source) => source.rows);
  let tries = 0;
  return graph.write(async (tx) => {
    tries += 1;
    if (leaving.length > 0) await leaveScenes(tx, leaving, []);
    // a second try may find what the first one wrote: its answer was lost
    return writeSceneRows(tx, rows, { ...of, isFirst: of.isFirst && tries === 1 });
  });
}
