import type { Core } from 'cytoscape';
import type { MapModel } from '../map-model.ts';

/** Names stand so far above a region and below a scene. CSS pixels. */
const room = { above: 76, below: 56 };

/** The map from side to side, without the empty bands above and below what is drawn. CSS pixels of the map's box. */
export function seenPart(
  cy: Core,
  { nodes, regions, axis }: MapModel,
): { width: number; top: number; bottom: number } {
  const [width, height] = [cy.width(), cy.height()];
  const { x1, x2 } = cy.extent();
  const points = [...nodes.map(({ x, y }) => [x, y] as const), ...regions.flatMap(({ hull }) => hull)];
  const ys = points.filter(([x]) => x >= x1 && x <= x2).map(([, y]) => y * cy.zoom() + cy.pan().y);
  // the axis stands at the foot of what is seen
  if (ys.length === 0 || axis !== null) return { width, top: 0, bottom: height };
  const [highest, lowest] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const top = Math.max(0, Math.floor(highest - room.above));
  const bottom = Math.min(height, Math.ceil(lowest + room.below));
  return bottom > top ? { width, top, bottom } : { width, top: 0, bottom: height };
}
