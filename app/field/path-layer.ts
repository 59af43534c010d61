import type { Core } from 'cytoscape';
import type { MapColours } from './map-colours.ts';
import type { Pen } from './pen.ts';

/** CSS pixels. */
const lineWidth = 3;
const ring = 4;

/** The path that is traced: a line from scene to scene and a ring around each, whether or not the links that it takes are among those in sight. */
export function drawPath(
  cy: Core,
  pen: Pen,
  { traced, colours }: { traced: readonly string[]; colours: MapColours },
): void {
  const stops = traced.map((id) => cy.getElementById(id));
  pen.lineCap = 'round';
  pen.strokeStyle = colours.accent;
  pen.lineWidth = lineWidth;
  for (const [at, stop] of stops.entries()) {
    if (stop.empty()) continue;
    const { x, y } = stop.renderedPosition();
    const next = stops[at + 1];
    if (next?.nonempty() === true) {
      const to = next.renderedPosition();
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
    }
    pen.beginPath();
    pen.arc(x, y, stop.renderedWidth() / 2 + ring, 0, 2 * Math.PI);
    pen.stroke();
  }
}
