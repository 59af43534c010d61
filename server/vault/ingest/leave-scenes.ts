import { z } from 'zod';
import type { Tx } from '../../graph/graph.ts';
import * as cypher from './leave-scenes.cypher.ts';
import { dropLinksOf } from './write-links.ts';

export interface LeavingScene {
  id: string;
  /** what finds it again when its note comes back */
  key: string;
}

const Words = z.object({
  text: z.string(),
  scenes: z.array(z.object({ id: z.string(), start: z.int(), end: z.int() })),
});

/**
 * Scenes whose file, or whose place in it, is no longer there: removed; or `gone`, with their last text, when something else holds them.
 * Must run before their sources are written again: the text is read from there.
 */
export async function leaveScenes(
  tx: Tx,
  scenes: readonly LeavingScene[],
  sourceIds: readonly string[],
): Promise<void> {
  const ids = scenes.map((scene) => scene.id);
  await dropLinksOf(tx, ids);
  await tx.run(cypher.keepLeavingPassages, { ids });
  await keepScenes(tx, scenes);
  await tx.run(cypher.removeLeavingPassages, { ids });
  await tx.run(cypher.removeLeavingScenes, { ids });
  if (sourceIds.length > 0) await tx.run(cypher.removeSources, { ids: sourceIds });
}

async function keepScenes(tx: Tx, scenes: readonly LeavingScene[]): Promise<void> {
  const keys = new Map(scenes.map(({ id, key }) => [id, key]));
  const words = z
    .array(Words)
    .parse(await tx.run(cypher.readLeavingWords, { ids: scenes.map(({ id }) => id) }));
  const rows = words.flatMap(({ text, scenes: held }) =>
    held.map(({ id, start, end }) => ({ id, key: keys.get(id) ?? '', body: text.slice(start, end) })),
  );
  if (rows.length > 0) await tx.run(cypher.keepLeavingScenes, { rows });
}
