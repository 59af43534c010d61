import { z } from 'zod';
import { RegionId, SceneId, VaultId } from '../../graph-schema/ids.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import { Region, SceneKind, SceneState } from '../../graph-schema/nodes.ts';
import { Speaker } from '../../graph-schema/views/speaker.ts';
import type { Graph } from '../graph/graph.ts';
import {
  readChangeNumber,
  readRegions,
  readRootLinks,
  readRoots,
  readSpeakers,
  readTotals,
} from './field.cypher.ts';
import type { FieldGraph, FieldLink, FieldRegionRow, FieldScene } from './field-graph.ts';
import { groupBy } from './group-by.ts';

const SceneRow = z.object({
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
const LinkRow = z.object({
  from: SceneId,
  to: SceneId,
  type: z.string().toLowerCase().pipe(LinkKind),
  origins: z.array(Origin),
  count: z.int(),
});
const RegionRow = Region.pick({ id: true, name: true, hue: true, describes: true, named: true })
  .extend({ alikeIds: z.array(z.string()), alikeTo: z.array(z.number()) })
  .transform(({ alikeIds, alikeTo, ...region }) => ({
    ...region,
    alike: new Map(alikeIds.map((id, index) => [id, alikeTo[index] ?? 0])),
  }));
const SpeakerRow = Speaker.extend({ rootId: SceneId });
const Totals = z.object({ scenes: z.int(), missing: z.int(), concepts: z.int() });

/** Number of the newest change: what a copy of the field in memory is valid for. */
export async function readFieldNumber(graph: Graph): Promise<number> {
  const [row] = await graph.read((tx) => tx.run(readChangeNumber));
  return z.int().parse(row?.['number'] ?? 0);
}

/** Reads the note-level field in one transaction. Milliseconds for hundreds of notes, a second for ten thousand. */
export async function readFieldGraph(graph: Graph): Promise<FieldGraph> {
  return graph.read(async (tx) => {
    const [number] = await tx.run(readChangeNumber);
    const scenes = z.array(SceneRow).parse(await tx.run(readRoots));
    const rows = z.array(LinkRow).parse(await tx.run(readRootLinks));
    const regions = z.array(RegionRow).parse(await tx.run(readRegions));
    const speaking = z.array(SpeakerRow).parse(await tx.run(readSpeakers));
    const totals = Totals.parse((await tx.run(readTotals))[0]);
    const known = new Set<string>(scenes.map((scene) => scene.id));
    const links = rows
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ type, ...link }): FieldLink => ({ ...link, kind: type }));
    const at = z.int().parse(number?.['number'] ?? 0);
    return makeFieldGraph({ at, scenes, links, regions, speaking, totals });
  });
}

/** Joins rows into the field: neighbours, members by region, most central first. */
export function makeFieldGraph(rows: {
  at: number;
  scenes: FieldScene[];
  links: FieldLink[];
  regions: Omit<FieldRegionRow, 'members'>[];
  /** in order; default nobody */
  speaking?: readonly (Speaker & { rootId: string })[];
  totals: FieldGraph['totals'];
}): FieldGraph {
  const sceneById = new Map(rows.scenes.map((scene) => [scene.id as string, scene]));
  const neighbours = new Map<string, Set<SceneId>>(rows.scenes.map((scene) => [scene.id, new Set()]));
  const centrality = new Map<string, number>();
  for (const { from, to, count } of rows.links) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
    const isWithin = sceneById.get(from)?.regionId === sceneById.get(to)?.regionId;
    // links within the region count whole, links out of it a third: a main scene speaks for its region
    for (const id of [from, to])
      centrality.set(id, (centrality.get(id) ?? 0) + (1 + Math.log(count)) * (isWithin ? 1 : 0.33));
  }
  const members = groupBy(rows.scenes, (scene) => scene.regionId);
  const central = (scene: FieldScene) => centrality.get(scene.id) ?? 0;
  const regions = rows.regions
    .map((region) => ({
      ...region,
      members: (members.get(region.id) ?? []).toSorted((a, b) => central(b) - central(a)),
    }))
    .filter((region) => region.members.length > 0)
    .sort((a, b) => b.members.length - a.members.length);
  const { speaking = [], ...kept } = rows;
  const speakers = new Map(
    [...groupBy(speaking, ({ rootId }) => rootId)].map(([id, list]) => [
      id,
      list.map(({ name, role }): Speaker => ({ name, role })),
    ]),
  );
  return { ...kept, sceneById, neighbours, speakers, regions };
}
