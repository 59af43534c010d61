import { z } from 'zod';
import { RegionId, SceneId, VaultId } from '../../graph-schema/ids.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import { Region, SceneKind, SceneState } from '../../graph-schema/nodes.ts';
import { Speaker } from '../../graph-schema/views/speaker.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import {
  readChangeNumber,
  readRegions,
  readRootLinks,
  readRoots,
  readSpeakers,
  readTotals,
} from './field.cypher.ts';
import type { FieldGraph, FieldLink, FieldRegionRow, FieldScene } from './field-graph.ts';

/** What the field is made of, as the graph gives it. */
export interface FieldRows {
  /** number of the newest change in it */
  at: number;
  scenes: FieldScene[];
  links: FieldLink[];
  regions: Omit<FieldRegionRow, 'members'>[];
  /** in order: the most talkative of a scene first */
  speaking: (Speaker & { rootId: string })[];
  totals: FieldGraph['totals'];
}

export const SceneRow = z.object({
  id: SceneId,
  title: z.string(),
  kind: SceneKind,
  state: SceneState,
  origin: Origin,
  vaultId: VaultId.nullable(),
  path: z.string().nullable(),
  regionId: RegionId.nullable(),
  x: z.number().nullable(),
  y: z.number().nullable(),
});
export const LinkRow = z
  .object({
    from: SceneId,
    to: SceneId,
    type: z.string().toLowerCase().pipe(LinkKind),
    origins: z.array(Origin),
    count: z.int(),
  })
  .transform(({ type, ...link }): FieldLink => ({ ...link, kind: type }));
const RegionRow = Region.pick({ id: true, name: true, hue: true, describes: true, named: true })
  .extend({ alikeIds: z.array(z.string()), alikeTo: z.array(z.number()) })
  .transform(({ alikeIds, alikeTo, ...region }) => ({
    ...region,
    alike: new Map(alikeIds.map((id, index) => [id, alikeTo[index] ?? 0])),
  }));
export const SpeakerRow = Speaker.extend({ rootId: SceneId });
const Totals = z.object({ scenes: z.int(), missing: z.int(), concepts: z.int() });

/** Number of the newest change: what a copy of the field in memory is valid for. */
export async function readFieldNumber(graph: Graph): Promise<number> {
  return graph.read(readNumber);
}

/** Reads every row in one transaction. Milliseconds for hundreds of notes, a second for ten thousand. */
export async function readFieldRows(graph: Graph): Promise<FieldRows> {
  return graph.read(async (tx) => {
    const at = await readNumber(tx);
    const scenes = z.array(SceneRow).parse(await tx.run(readRoots));
    const links = z.array(LinkRow).parse(await tx.run(readRootLinks));
    const regions = z.array(RegionRow).parse(await tx.run(readRegions));
    const speaking = z.array(SpeakerRow).parse(await tx.run(readSpeakers));
    return { at, scenes, links, regions, speaking, totals: await countTotals(tx) };
  });
}

export async function countTotals(tx: Tx): Promise<FieldGraph['totals']> {
  return Totals.parse((await tx.run(readTotals))[0]);
}

async function readNumber(tx: Tx): Promise<number> {
  const [row] = await tx.run(readChangeNumber);
  return z.int().parse(row?.['number'] ?? 0);
}
