import type { AxisLayout } from './lens/stand-along.ts';
import type { MapColours } from './map-colours.ts';
import type { Pen } from './pen.ts';

const size = 13;
/** Room below the line for the bar and the overview at the foot of the map, and beside it. CSS pixels. */
const [below, beside] = [116, 24];

/** The axis that scenes stand along: a line from pole to pole with what they are called, at the lower edge of what is seen. */
export function drawAxis(
  pen: Pen,
  { names }: AxisLayout,
  { colours, width, height }: { colours: MapColours; width: number; height: number },
): void {
  const y = height - below;
  pen.globalAlpha = 1;
  pen.strokeStyle = colours.faint;
  pen.lineWidth = 1;
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(beside, y);
  pen.lineTo(width - beside, y);
  for (const [x, turn] of [
    [beside, 1],
    [width - beside, -1],
  ] as const) {
    pen.moveTo(x + turn * 6, y - 4);
    pen.lineTo(x, y);
    pen.lineTo(x + turn * 6, y + 4);
  }
  pen.stroke();
  pen.font = `600 ${size}px ${colours.textFont}`;
  pen.lineJoin = 'round';
  const room = width / 2 - 2 * beside;
  for (const [at, name] of names.entries()) {
    const words = cut(pen, name, room);
    pen.textAlign = at === 0 ? 'start' : 'end';
    const x = at === 0 ? beside : width - beside;
    pen.strokeStyle = colours.halo;
    pen.lineWidth = 4;
    pen.strokeText(words, x, y - 10);
    pen.fillStyle = colours.ink;
    pen.fillText(words, x, y - 10);
  }
}

function cut(pen: Pen, words: string, room: number): string {
  if (pen.measureText(words).width <= room) return words;
  const signs = [...words].slice(0, 200);
  while (signs.length > 1 && pen.measureText(`${signs.join('')}…`).width > room) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
