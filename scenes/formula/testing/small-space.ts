import seedrandom from 'seedrandom';
import { chanceOf } from '../chance.ts';
import type { Environment, Place } from '../environment.ts';
import { makeSpace } from '../space.ts';
import type { Vector } from '../vectors.ts';

const [dimensions, themes, each] = [64, 6, 20];

/** 120 scenes around six themes, named `a0` … `f19`; the texts `a` … `f` are the themes themselves. */
export function smallEnvironment(): Environment & { nameOf(row: number): string } {
  const random = seedrandom('space');
  const noise = () => random() - 0.5;
  const common = Float32Array.from({ length: dimensions }, () => 3);
  const middles = Array.from({ length: themes }, () =>
    Float32Array.from(common, (value) => value + 4 * noise()),
  );
  const names = middles.flatMap((_, theme) =>
    Array.from({ length: each }, (_, at) => `${letter(theme)}${at}`),
  );
  const raw = new Float32Array(names.length * dimensions);
  for (const row of names.keys()) {
    const middle = middles[Math.floor(row / each)] ?? common;
    raw.set(
      middle.map((value) => value + 3 * noise()),
      row * dimensions,
    );
  }
  const space = makeSpace(raw, { dimensions, words: middles });
  return {
    space,
    chance: chanceOf(space),
    within: null,
    nameOf: (row) => names[row] ?? '',
    place({ type, name }) {
      const row = names.indexOf(name);
      const theme = middles[name.charCodeAt(0) - 'a'.charCodeAt(0)];
      if (type === 'text' && theme) return words(theme);
      if (type !== 'scene' || row < 0) return { type: 'missing', code: 'scene_missing', values: { name } };
      return { type: 'rows', rows: [row], own: [row] };
    },
    transition: () => ({ type: 'missing', code: 'too_few_links', values: { count: 3 } }),
  };
}

function words(vector: Vector): Place {
  return { type: 'words', vector, own: [] };
}

function letter(theme: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + theme);
}
