import { z } from 'zod';
import { RegionId, SceneId, VaultId } from '../../graph-schema/ids.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import { Region, SceneKind, SceneState } from '../../graph-schema/nodes.ts';
import { Speaker } from '../../graph-schema/views/speaker.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import {
  readChangeNumber,
  readMemberships,
  readPaths,
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
  at: z.string().nullable(),
  regionId: RegionId.nullable(),
  partId: z.string().nullable(),
  /** it came after its region was found */
  joined: z.boolean().default(false),
  x: z.number().nullable(),
  y: z.number().nullable(),
  pinned: z.boolean(),
});
const RootRow = SceneRow.omit({ regionId: true, partId: true, joined: true, path: true }).extend({
  sourceId: z.string().nullable(),
});
const PathRow = z.object({ sourceId: z.string(), path: z.string() });
const MembershipRow = z.object({
  sceneId: z.string(),
  regionId: RegionId,
  partId: z.string().nullable(),
  joined: z.boolean(),
});
const LinkRow = z.object({
  from: SceneId,
  to: SceneId,
  type: z.string().toLowerCase().pipe(LinkKind),
  origin: Origin,
});
const Part = z.object({ id: z.string(), name: z.string() });
export const RegionShown = Region.pick({
  id: true,
  name: true,
  hue: true,
  describes: true,
  named: true,
}).extend({ parts: z.array(Part) });
const RegionRow = RegionShown.omit({ parts: true })
  .extend({
    alikeIds: z.array(z.string()),
    alikeTo: z.array(z.number()),
    partIds: z.array(z.string()),
    partNames: z.array(z.string()),
  })
  .transform(({ alikeIds, alikeTo, partIds, partNames, ...region }) => ({
    ...region,
    alike: new Map(alikeIds.map((id, index) => [id, alikeTo[index] ?? 0])),
    parts: partIds.map((id, index) => ({ id, name: partNames[index] ?? '' })),
  }));
export const SpeakerRow = Speaker.extend({ rootId: SceneId });
export const Totals = z.object({ scenes: z.int(), missing: z.int(), concepts: z.int() });

/** Number of the newest change: what a copy of the field in memory is valid for. */
export async function readFieldNumber(graph: Graph): Promise<number> {
  return graph.read(readNumber);
}

/**
 * Reads every row, several statements at once. Tens of milliseconds for hundreds of notes, about ten seconds for a hundred thousand.
 * The number is read first: what changes meanwhile is newer than it.
 */
export async function readFieldRows(graph: Graph): Promise<FieldRows> {
  const at = await readFieldNumber(graph);
  const rows = <T>(shape: z.ZodType<T>, statement: string) =>
    graph.read(async (tx) => z.array(shape).parse(await tx.run(statement)));
  const [roots, paths, memberships, links, regions, speaking, totals] = await Promise.all([
    rows(RootRow, readRoots),
    rows(PathRow, readPaths),
    rows(MembershipRow, readMemberships),
    graph.read(async (tx) => gatherLinks(await tx.run(readRootLinks))),
    rows(RegionRow, readRegions),
    rows(SpeakerRow, readSpeakers),
    graph.read(countTotals),
  ]);
  const pathOf = new Map(paths.map(({ sourceId, path }) => [sourceId, path]));
  const membershipOf = new Map(memberships.map((membership) => [membership.sceneId, membership]));
  const scenes = roots
    .map(({ sourceId, ...root }): FieldScene => ({
      ...root,
      path: pathOf.get(sourceId ?? '') ?? null,
      regionId: membershipOf.get(root.id)?.regionId ?? null,
      partId: membershipOf.get(root.id)?.partId ?? null,
      joined: membershipOf.get(root.id)?.joined ?? false,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { at, scenes, links, regions, speaking, totals };
}

/** Single links as one a pair of roots and kind. */
export function gatherLinks(rows: readonly unknown[]): FieldLink[] {
  const gathered = new Map<string, FieldLink>();
  for (const { from, to, type: kind, origin } of z.array(LinkRow).parse(rows)) {
    const key = `${from} ${kind} ${to}`;
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, { from, to, kind, origins: [origin], count: 1 });
    else {
      known.count += 1;
      if (!known.origins.includes(origin)) known.origins.push(origin);
    }
  }
  return [...gathered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

export async function countTotals(tx: Tx): Promise<FieldGraph['totals']> {
  return Totals.parse((await tx.run(readTotals))[0]);
}

async function readNumber(tx: Tx): Promise<number> {
  const [row] = await tx.run(readChangeNumber);
  return z.int().parse(row?.['number'] ?? 0);
}
