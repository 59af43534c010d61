import type { Pen } from '../pen.ts';

const namespace = 'http://www.w3.org/2000/svg';
/** What XML cannot hold at all. */
// oxlint-disable-next-line no-control-regex -- these are just what is meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export interface SvgPen extends Pen {
  /** What was drawn so far as a file of SVG. */
  text(frame: { width: number; top: number; height: number; title: string }): string;
}

/** Draws like a canvas and writes SVG; sizes of letters are a canvas's. Lines of text stay text: they can be searched and set anew. */
export function createSvgPen(measure: CanvasRenderingContext2D): SvgPen {
  const root = document.createElementNS(namespace, 'svg');
  let path = '';
  let dash: number[] = [];
  /** A halo waits for its text: both become one element. */
  let halo: { element: SVGElement; key: string } | null = null;

  function put(name: string, attributes: Record<string, string | number>): SVGElement {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    root.append(element);
    return element;
  }
  const opacity = (kind: 'fill' | 'stroke') =>
    pen.globalAlpha < 1 ? { [`${kind}-opacity`]: round(pen.globalAlpha) } : {};
  const strokes = () => ({
    stroke: String(pen.strokeStyle),
    'stroke-width': round(pen.lineWidth),
    ...(pen.lineCap !== 'butt' && { 'stroke-linecap': pen.lineCap }),
    ...(pen.lineJoin !== 'miter' && { 'stroke-linejoin': pen.lineJoin }),
    ...(dash.length > 0 && { 'stroke-dasharray': dash.map(round).join(' ') }),
    ...opacity('stroke'),
  });
  const keyOf = (text: string, x: number, y: number) => [text, x, y, pen.font].join('\n');
  const putText = (text: string, x: number, y: number) => {
    const element = put('text', {
      x: round(x),
      y: round(y),
      ...fontOf(pen.font),
      ...(pen.textAlign === 'center' && { 'text-anchor': 'middle' }),
      ...(pen.textAlign === 'end' && { 'text-anchor': 'end' }),
    });
    element.textContent = text.replace(forbidden, '');
    return element;
  };

  const pen: SvgPen = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    beginPath: () => void (path = ''),
    moveTo: (x, y) => void (path += `M${round(x)} ${round(y)}`),
    lineTo: (x, y) => void (path += `L${round(x)} ${round(y)}`),
    quadraticCurveTo: (cx, cy, x, y) => void (path += `Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`),
    /** Whole circles only: the map draws no others. */
    arc(x, y, radius) {
      const [r, d] = [round(radius), round(2 * radius)];
      path += `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 ${-d} 0`;
    },
    closePath: () => void (path += 'Z'),
    setLineDash: (segments) => void (dash = [...segments]),
    fill: () => void put('path', { d: path, fill: String(pen.fillStyle), ...opacity('fill') }),
    stroke: () => void put('path', { d: path, fill: 'none', ...strokes() }),
    fillRect: (x, y, width, height) =>
      void put('rect', { x: round(x), y: round(y), width: round(width), height: round(height), fill: String(pen.fillStyle), ...opacity('fill') }), // prettier-ignore
    measureText(text) {
      measure.font = pen.font;
      return measure.measureText(text);
    },
    strokeText(text, x, y) {
      const element = putText(text, x, y);
      for (const [key, value] of Object.entries({ fill: 'none', ...strokes() }))
        element.setAttribute(key, String(value));
      halo = { element, key: keyOf(text, x, y) };
    },
    fillText(text, x, y) {
      const isSame = halo?.key === keyOf(text, x, y);
      const element = isSame && halo ? halo.element : putText(text, x, y);
      if (isSame) element.setAttribute('paint-order', 'stroke');
      for (const [key, value] of Object.entries({ fill: String(pen.fillStyle), ...opacity('fill') }))
        element.setAttribute(key, String(value));
      halo = null;
    },
    text({ width, top, height, title }) {
      for (const [key, value] of Object.entries({ width, height, viewBox: `0 ${top} ${width} ${height}` }))
        root.setAttribute(key, String(value));
      root.setAttribute('role', 'img');
      const name = document.createElementNS(namespace, 'title');
      name.textContent = title.replace(forbidden, '');
      root.prepend(name);
      return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
    },
  };
  return pen;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `italic 600 12px Inter, sans-serif` as attributes. */
function fontOf(font: string): Record<string, string> {
  const [, style, weight, size = '12', family = 'sans-serif'] =
    /^(?:(italic) )?(?:(\d{3}) )?([\d.]+)px (.+)$/.exec(font) ?? [];
  return {
    'font-family': family,
    'font-size': size,
    ...(weight && { 'font-weight': weight }),
    ...(style && { 'font-style': style }),
  };
}
