import type { MapColours } from '../map-colours.ts';
import type { Pen } from '../pen.ts';

/** One entry of the key: a filled or hollow dot, or a whole or dashed line. */
export interface LegendEntry {
  look: 'dot' | 'hollow' | 'line' | 'dashes';
  colour: string;
  words: string;
}

export interface Legend {
  title: string;
  counts: string;
  entries: readonly LegendEntry[];
}

const margin = 24;
const rowHeight = 22;
const markWidth = 20;
const between = 20;
/** Names longer than this are cut. Pixels. */
const longestName = 240;

/** Places the entries in rows that are as wide as the picture. */
export function layLegend(
  pen: Pen,
  { legend, width, colours }: { legend: Legend; width: number; colours: MapColours },
) {
  const room = width - 2 * margin;
  pen.font = `13px ${colours.uiFont}`;
  let [x, row] = [0, 0];
  const placed = legend.entries.map((entry) => {
    const words = cut(pen, entry.words, Math.min(longestName, room - markWidth));
    const across = markWidth + pen.measureText(words).width;
    if (x > 0 && x + across > room) [x, row] = [0, row + 1];
    const at = { entry: { ...entry, words }, x: margin + x, row };
    x += across + between;
    return at;
  });
  const rows = placed.length === 0 ? 0 : row + 1;
  return { placed, height: margin + 44 + rows * rowHeight + (rows > 0 ? margin / 2 : 0) };
}

/** The picture's name, what is on it, and the key to its colours, on a ground of their own below the map. */
export function drawLegend(
  pen: Pen,
  {
    legend,
    laid,
    top,
    width,
    colours,
  }: { legend: Legend; laid: ReturnType<typeof layLegend>; top: number; width: number; colours: MapColours },
): void {
  pen.globalAlpha = 1;
  pen.fillStyle = colours.raised;
  pen.fillRect(0, top, width, laid.height);
  pen.fillStyle = colours.line;
  pen.fillRect(0, top, width, 1);
  pen.textAlign = 'start';
  pen.fillStyle = colours.ink;
  pen.font = `600 18px ${colours.textFont}`;
  pen.fillText(cut(pen, legend.title, width - 2 * margin), margin, top + margin + 12);
  pen.fillStyle = colours.faint;
  pen.font = `13px ${colours.uiFont}`;
  pen.fillText(cut(pen, legend.counts, width - 2 * margin), margin, top + margin + 34);
  for (const { entry, x, row } of laid.placed) {
    const middle = top + margin + 56 + row * rowHeight;
    drawMark(pen, entry, { x, middle });
    pen.fillStyle = colours.ink;
    pen.font = `13px ${colours.uiFont}`;
    pen.fillText(entry.words, x + markWidth, middle + 4.5);
  }
}

function drawMark(
  pen: Pen,
  { look, colour }: LegendEntry,
  { x, middle }: { x: number; middle: number },
): void {
  pen.beginPath();
  if (look === 'dot' || look === 'hollow') pen.arc(x + 6, middle, 5, 0, 2 * Math.PI);
  else {
    pen.moveTo(x, middle);
    pen.lineTo(x + 14, middle);
  }
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.setLineDash(look === 'dashes' ? [4, 3] : look === 'hollow' ? [3, 2] : []);
  if (look === 'dot') pen.fill();
  else pen.stroke();
  pen.setLineDash([]);
}

function cut(pen: Pen, words: string, room: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (pen.measureText(line).width <= room) return line;
  const signs = [...line].slice(0, 400);
  while (signs.length > 1 && pen.measureText(`${signs.join('')}…`).width > room) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
