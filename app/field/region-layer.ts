import type { FieldRegion } from '../../graph-schema/views/field-view.ts';
import type { MapColours } from './map-colours.ts';
import type { MapModel } from './map-model.ts';
import type { Pen } from './pen.ts';

/** Where the field is on the screen: CSS pixels = field units × zoom + pan. */
export interface Camera {
  zoom: number;
  panX: number;
  panY: number;
}

/** Far from the map, so many of the strongest currents are drawn. */
const mostCurrents = 14;

export function toScreen({ zoom, panX, panY }: Camera, x: number, y: number): [number, number] {
  return [x * zoom + panX, y * zoom + panY];
}

/** The grounds of regions, and far away the currents between them. */
export function drawRegions(
  context: Pen,
  model: MapModel,
  { camera, colours, isFar }: { camera: Camera; colours: MapColours; isFar: boolean },
): void {
  const mostChosen = Math.max(1, ...model.regions.map(({ chosen = 0 }) => chosen));
  for (const region of model.regions) {
    if (region.hull.length < 3) continue;
    traceHull(context, region, camera);
    context.globalAlpha =
      region.chosen === undefined ? 0.8 : 0.2 + 0.8 * Math.sqrt(region.chosen / mostChosen);
    context.fillStyle = colours.fill(region.hue);
    context.fill();
  }
  context.globalAlpha = 1;
  if (isFar) drawCurrents(context, model, { camera, colours });
}

/** A smooth closed outline: quadratic curves through the middles of the hull's sides. */
function traceHull(context: Pen, { hull }: FieldRegion, camera: Camera): void {
  const points = hull.map(([x, y]) => toScreen(camera, x, y));
  context.beginPath();
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const middle: [number, number] = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2];
    if (index === 0) {
      const last = points.at(-1) ?? point;
      context.moveTo((last[0] + point[0]) / 2, (last[1] + point[1]) / 2);
    }
    context.quadraticCurveTo(point[0], point[1], middle[0], middle[1]);
  });
  context.closePath();
}

function drawCurrents(
  context: Pen,
  { currents, regions }: MapModel,
  { camera, colours }: { camera: Camera; colours: MapColours },
): void {
  const byId = new Map<string, FieldRegion>(regions.map((region) => [region.id, region]));
  const most = Math.max(1, ...currents.map(({ links }) => links));
  context.strokeStyle = colours.faint;
  context.lineCap = 'round';
  for (const { from, to, links } of currents.slice(0, mostCurrents)) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a === undefined || b === undefined) continue;
    const [x1, y1] = toScreen(camera, a.x, a.y);
    const [x2, y2] = toScreen(camera, b.x, b.y);
    context.globalAlpha = 0.16 + 0.24 * (links / most);
    context.lineWidth = 1 + 9 * (links / most);
    context.beginPath();
    context.moveTo(x1, y1);
    context.quadraticCurveTo((x1 + x2) / 2 + (y1 - y2) * 0.12, (y1 + y2) / 2 + (x2 - x1) * 0.12, x2, y2);
    context.stroke();
  }
  context.globalAlpha = 1;
}
