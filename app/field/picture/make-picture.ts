import type { FieldController } from '../field-controller.ts';
import type { Pen } from '../pen.ts';
import { drawLegend, layLegend, type Legend } from './draw-legend.ts';
import { createSvgPen } from './svg-pen.ts';

/** A picture is at least so many pixels wide; what is shown on a phone is drawn finer. */
const leastWidth = 2400;
/** A narrow map's legend needs room of its own. CSS pixels. */
const leastLegend = 320;

/** The map as it is seen, with its legend below it, as a file of SVG. */
export function makeSvg(controller: FieldController, legend: Legend): Blob {
  const pen = createSvgPen(openContext(1, 1));
  const frame = draw(pen, controller, legend);
  return new Blob([pen.text({ ...frame, title: legend.title })], { type: 'image/svg+xml' });
}

/** The same as pixels. */
export async function makePng(controller: FieldController, legend: Legend): Promise<Blob> {
  const { width, height, top } = layOut(openContext(1, 1), controller, legend);
  const scale = Math.max(2, leastWidth / width);
  const context = openContext(Math.round(width * scale), Math.round(height * scale));
  context.scale(scale, scale);
  context.translate(0, -top);
  draw(context, controller, legend);
  const blob = await new Promise<Blob | null>((resolve) => context.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser made no picture');
  return blob;
}

/** Where the picture stands in the map's own box, the legend following it. CSS pixels. */
export interface Frame {
  width: number;
  top: number;
  height: number;
}

function draw(pen: Pen, controller: FieldController, legend: Legend): Frame {
  const { laid, bottom, ...frame } = layOut(pen, controller, legend);
  controller.drawOn(pen);
  // Names near the lower edge hang over it.
  drawLegend(pen, { legend, laid, top: bottom, width: frame.width, colours: controller.colours() });
  return frame;
}

function layOut(pen: Pen, controller: FieldController, legend: Legend) {
  const { width: across, top, bottom } = controller.seen();
  const width = Math.max(leastLegend, across);
  const laid = layLegend(pen, { legend, width, colours: controller.colours() });
  return { width, top, bottom, height: bottom - top + laid.height, laid };
}

function openContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas');
  return context;
}
