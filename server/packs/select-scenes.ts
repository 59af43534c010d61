import { AppError } from '../../graph-schema/app-error.ts';
import type { Tx } from '../graph/graph.ts';
import { inBatches } from './field-rows.ts';
import * as cypher from './packs.cypher.ts';

/** What leaves: everything, a scene with what it links to (depth 0–3), a region, or the scenes named. Parts of a scene go with it. */
export type PackSelection =
  | { what: 'all' }
  | { what: 'scene'; sceneId: string; depth: number }
  | { what: 'region'; regionId: string }
  | { what: 'scenes'; ids: readonly string[] };

/** @throws AppError not_found where the selection holds no scene */
export async function selectScenes(tx: Tx, selection: PackSelection): Promise<string[]> {
  const ids = await selected(tx, selection);
  if (ids.length === 0 && selection.what !== 'all')
    throw new AppError('not_found', { values: { id: nameOf(selection) } });
  return ids;
}

async function selected(tx: Tx, selection: PackSelection): Promise<string[]> {
  switch (selection.what) {
    case 'all':
      return idsOf(await tx.run(cypher.allScenes));
    case 'region':
      return withParts(tx, idsOf(await tx.run(cypher.scenesOfRegion, { regionId: selection.regionId })));
    case 'scenes':
      return withParts(tx, selection.ids);
    case 'scene':
      return around(tx, selection.sceneId, selection.depth);
  }
}

/** A step goes from all parts of what is there to the whole notes that they link, either way. */
async function around(tx: Tx, sceneId: string, depth: number): Promise<string[]> {
  let ids = await withParts(tx, [sceneId]);
  for (let step = 0; step < depth; step += 1) {
    const roots = idsOf(await inBatches(tx, cypher.linkedRoots, ids));
    ids = [...new Set([...ids, ...(await withParts(tx, roots))])];
  }
  return ids;
}

async function withParts(tx: Tx, ids: readonly string[]): Promise<string[]> {
  return [...new Set(idsOf(await inBatches(tx, cypher.withParts, ids)))];
}

function idsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map((row) => row['id'] as string);
}

function nameOf(selection: Exclude<PackSelection, { what: 'all' }>): string {
  if (selection.what === 'scene') return selection.sceneId;
  return selection.what === 'region' ? selection.regionId : selection.ids.join(', ');
}
