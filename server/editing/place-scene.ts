import { z } from 'zod';
import type { Spot } from '../../graph-schema/views/edit-view.ts';
import type { NodeRef, Step } from '../changes/steps.ts';
import type { Tx } from '../graph/graph.ts';
import { digest } from '../vault/ids.ts';
import { readEdge, readNearestRegion, readPlaces } from './editing.cypher.ts';

const Place = z.object({ x: z.number(), y: z.number(), regionId: z.string().nullable() });
/** A new scene stands so far from the middle of what it is linked with, field units. */
const beside = 70;

export interface Placed extends Spot {
  regionId: string | null;
}

/** Where a new scene lies: where the person pointed, else by the scenes that it is linked with, else at the edge of the field; and the region of that place. */
export async function placeFor(
  tx: Tx,
  { id, spot, near }: { id: string; spot: Spot | undefined; near: readonly string[] },
): Promise<Placed> {
  const places = z.array(Place).parse(await tx.run(readPlaces, { ids: near }));
  const at = spot ?? (places.length > 0 ? around(middleOf(places), id) : await edgeOf(tx));
  const own = spot === undefined ? commonest(places.flatMap(({ regionId }) => regionId ?? [])) : null;
  if (own !== null) return { ...at, regionId: own };
  const [row] = await tx.run(readNearestRegion, { ...at });
  return {
    ...at,
    regionId: z
      .string()
      .nullable()
      .parse(row?.['id'] ?? null),
  };
}

/** A scene lies in a region from the start: the next layout may think otherwise. */
export function regionSteps(from: NodeRef, { regionId }: Placed): Step[] {
  if (regionId === null) return [];
  return [{ type: 'join', join: { type: 'IN_REGION', from, to: { label: 'Region', id: regionId } } }];
}

/** Beside a place, in a direction of the scene's own. */
export function around({ x, y }: Spot, id: string): Spot {
  const turn = (Number.parseInt(digest(id).slice(0, 8), 16) / 2 ** 32) * 2 * Math.PI;
  return { x: Math.round(x + Math.cos(turn) * beside), y: Math.round(y + Math.sin(turn) * beside) };
}

function middleOf(places: readonly Spot[]): Spot {
  const mean = (of: 'x' | 'y') => places.reduce((sum, place) => sum + place[of], 0) / places.length;
  return { x: mean('x'), y: mean('y') };
}

async function edgeOf(tx: Tx): Promise<Spot> {
  const [row] = await tx.run(readEdge);
  if (row === undefined || row['scenes'] === 0) return { x: 0, y: 0 };
  return { x: Math.round(Number(row['x'])) + 2 * beside, y: Math.round(Number(row['y'])) };
}

function commonest(ids: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
