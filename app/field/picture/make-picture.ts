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
  const { width, height } = draw(pen, controller, legend);
  return new Blob([pen.text({ width, height, title: legend.title })], { type: 'image/svg+xml' });
}

/** The same as pixels. */
export async function makePng(controller: FieldController, legend: Legend): Promise<Blob> {
  const { width, height } = sizeOf(openContext(1, 1), controller, legend);
  const scale = Math.max(2, leastWidth / width);
  const context = openContext(Math.round(width * scale), Math.round(height * scale));
  context.scale(scale, scale);
  draw(context, controller, legend);
  const blob = await new Promise<Blob | null>((resolve) => context.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser made no picture');
  return blob;
}

function draw(pen: Pen, controller: FieldController, legend: Legend): { width: number; height: number } {
  const { width, height, laid, map } = sizeOf(pen, controller, legend);
  controller.drawOn(pen);
  const colours = controller.colours();
  // Names near the lower edge hang over it.
  drawLegend(pen, { legend, laid, top: map.height, width, colours });
  return { width, height };
}

function sizeOf(pen: Pen, controller: FieldController, legend: Legend) {
  const map = controller.size();
  const width = Math.max(leastLegend, map.width);
  const laid = layLegend(pen, { legend, width, colours: controller.colours() });
  return { width, height: map.height + laid.height, laid, map };
}

function openContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas');
  return context;
}
