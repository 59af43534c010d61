import type { Core } from 'cytoscape';
import type { FieldRegion } from '../../graph-schema/views/field-view.ts';
import { drawAxis } from './axis-layer.ts';
import { drawLabels, type NamedRegion } from './label-layer.ts';
import { openLayer } from './layer-canvas.ts';
import type { MapColours } from './map-colours.ts';
import type { MapModel } from './map-model.ts';
import { drawPath } from './path-layer.ts';
import type { Pen } from './pen.ts';
import { drawElements } from './picture/draw-elements.ts';
import { type Camera, drawRegions } from './region-layer.ts';

export interface MapParts {
  /** Cytoscape's own box */
  graph: HTMLElement;
  /** below it: grounds of regions */
  under: HTMLCanvasElement;
  /** above it: names */
  over: HTMLCanvasElement;
}

/** What the layers are drawn from; the controller owns it. */
export interface Painted {
  model: MapModel;
  colours: MapColours;
  selected: string | null;
  /** scenes of a path that is traced */
  traced: readonly string[];
  /** the scene under the pointer and its neighbours */
  lit: ReadonlySet<string> | null;
  /** how near: 1 shows the whole field */
  nearness: number;
  /** node scale against the zoom */
  scale: number;
  isFar: boolean;
}

/** Draws both layers over Cytoscape's own at its camera; where the names of regions stand then. */
export function paintLayers(
  cy: Core,
  parts: MapParts,
  painted: Painted,
  countWords: (region: FieldRegion) => string,
): readonly NamedRegion[] {
  const under = openLayer(parts.under);
  const over = openLayer(parts.over);
  if (under === null || over === null) return [];
  const { model, colours, isFar } = painted;
  const camera = cameraOf(cy);
  drawRegions(under.context, model, { camera, colours, isFar });
  drawPath(cy, over.context, painted);
  ringSelected(cy, over.context, painted);
  const { width, height } = over;
  const named = drawLabels(over.context, model, { ...painted, camera, width, height, countWords });
  if (model.axis !== null) drawAxis(over.context, model.axis, { colours, width, height });
  return named;
}

/** The whole map as it is seen, on its ground, with any pen: what a picture is made of. */
export function drawMap(
  cy: Core,
  pen: Pen,
  painted: Painted,
  countWords: (region: FieldRegion) => string,
): void {
  const { model, colours, isFar } = painted;
  const camera = cameraOf(cy);
  const [width, height] = [cy.width(), cy.height()];
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, width, height);
  drawRegions(pen, model, { camera, colours, isFar });
  drawElements(pen, cy);
  drawPath(cy, pen, painted);
  ringSelected(cy, pen, painted);
  drawLabels(pen, model, { ...painted, camera, width, height, countWords });
  if (model.axis !== null) drawAxis(pen, model.axis, { colours, width, height });
}

function cameraOf(cy: Core): Camera {
  return { zoom: cy.zoom(), panX: cy.pan().x, panY: cy.pan().y };
}

function ringSelected(cy: Core, context: Pen, { selected, colours }: Painted): void {
  if (selected === null) return;
  const node = cy.getElementById(selected);
  if (node.empty()) return;
  const { x, y } = node.renderedPosition();
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, node.renderedWidth() / 2 + 5, 0, 2 * Math.PI);
  context.stroke();
}
