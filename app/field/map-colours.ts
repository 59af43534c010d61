/** The page's tokens as the canvas and Cytoscape understand them, read once a theme. */
export interface MapColours {
  ground: string;
  halo: string;
  ink: string;
  faint: string;
  accent: string;
  model: string;
  edge: string;
  raised: string;
  line: string;
  textFont: string;
  uiFont: string;
  region(hue: number): string;
  fill(hue: number): string;
  /** any colour that is written in tokens */
  css(text: string): string;
}

/** Cytoscape reads no `oklch()`: a canvas of one pixel turns any CSS colour into rgb. */
function createToRgb(): (colour: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, string>();
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined || context === null) return found ?? colour;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    const rgb = `rgb(${red},${green},${blue})`;
    known.set(colour, rgb);
    return rgb;
  };
}

export function readMapColours(element: Element): MapColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const toRgb = createToRgb();
  const hued = (l: string, c: string) => (hue: number) => toRgb(`oklch(${token(l)} ${token(c)} ${hue})`);
  return {
    ground: toRgb(token('--ground')),
    halo: toRgb(token('--halo')),
    ink: toRgb(token('--ink')),
    faint: toRgb(token('--ink-faint')),
    accent: toRgb(token('--accent')),
    model: toRgb(token('--model')),
    edge: toRgb(token('--edge')),
    raised: toRgb(token('--raised')),
    line: toRgb(token('--line')),
    textFont: token('--font-text'),
    uiFont: token('--font-ui'),
    region: hued('--region-l', '--region-c'),
    fill: hued('--region-fill-l', '--region-fill-c'),
    css: (text) => toRgb(text.replaceAll(/var\((--[\w-]+)\)/gu, (_, name: string) => token(name))),
  };
}
