import type { Tone } from './read-lens.ts';

/** Poles of an axis: hues that colour-blind readers tell apart, faint between them. */
const [firstPole, secondPole] = [55, 260];
/** What has least of it is still seen on the ground. */
const least = 0.15;

const tokens = {
  faint: 'var(--ink-faint)',
  accent: 'var(--accent)',
  model: 'var(--model)',
  line: 'color-mix(in oklab, var(--line-strong) 65%, var(--ground))',
};

/** A tone as CSS writes it, by the page's tokens. */
export function toneCss(tone: Tone): string {
  switch (tone.type) {
    case 'hue':
      return hueCss(tone.hue);
    case 'ramp':
      return mixCss('var(--accent)', least + (1 - least) * tone.share);
    case 'poles':
      return mixCss(hueCss(tone.share < 0.5 ? firstPole : secondPole), Math.abs(2 * tone.share - 1));
    case 'token':
      return tokens[tone.token];
  }
}

function hueCss(hue: number): string {
  return `oklch(var(--region-l) var(--region-c) ${hue})`;
}

function mixCss(colour: string, share: number): string {
  return `color-mix(in oklab, ${colour} ${Math.round(100 * share)}%, var(--line-strong))`;
}
