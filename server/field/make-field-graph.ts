import type { SceneId } from '../../graph-schema/ids.ts';
import type { Speaker } from '../../graph-schema/views/speaker.ts';
import type { FieldGraph, FieldScene } from './field-graph.ts';
import type { FieldRows } from './field-rows.ts';
import { groupBy } from './group-by.ts';

/** Joins rows into the field: neighbours, members by region, most central first. */
export function makeFieldGraph(rows: Omit<FieldRows, 'speaking'> & Partial<FieldRows>): FieldGraph {
  const sceneById = new Map(rows.scenes.map((scene) => [scene.id as string, scene]));
  const links = rows.links.filter(({ from, to }) => sceneById.has(from) && sceneById.has(to));
  const neighbours = new Map<string, Set<SceneId>>(rows.scenes.map((scene) => [scene.id, new Set()]));
  const centrality = new Map<string, number>();
  for (const { from, to, count } of links) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
    const isWithin = sceneById.get(from)?.regionId === sceneById.get(to)?.regionId;
    // links within the region count whole, links out of it a third: a main scene speaks for its region
    const worth = (1 + Math.log(count)) * (isWithin ? 1 : 0.33);
    centrality.set(from, (centrality.get(from) ?? 0) + worth);
    centrality.set(to, (centrality.get(to) ?? 0) + worth);
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
  return { ...kept, links, sceneById, neighbours, speakers, regions };
}
