import { intoFrame } from '../../scenes/formula/frame.ts';
import { makeSpace, rowOf, type Space } from '../../scenes/formula/space.ts';
import { dot, type Vector } from '../../scenes/formula/vectors.ts';
import { pairedInterval } from '../../server/proposals/judge/paired-interval.ts';
import type { Peer } from '../result.ts';
import type { EmbeddedNotes } from '../vectors/embedded-notes.ts';

const components = [0, 1, 2, 3, 4, 6];
/** Titles that say where short texts lie; the others are asked. */
const sampled = 48;

/** How many dominant directions pay to be taken away: mean reciprocal rank of linked notes and of notes asked by their titles. */
export function measureComponents({ notes, links }: EmbeddedNotes, name: string): Peer[] {
  const raw = new Float32Array(notes.length * (notes[0]?.whole.length ?? 0));
  for (const [row, { whole }] of notes.entries()) raw.set(whole, row * whole.length);
  const dimensions = raw.length / notes.length;
  const titles = notes.map(({ title }) => title);
  const words = titles.slice(0, sampled);
  const measured = components.map((count) => {
    const space = makeSpace(raw.slice(), { dimensions, words, components: count });
    return { count, ...ranksIn(space, titles, links) };
  });
  const [plain] = measured;
  return measured.flatMap(({ count, linked, titled, aside }) => {
    const beside = pairedInterval(
      linked.map((ranks, at) => ranks.map((rank, n) => rank - (plain?.linked[at]?.[n] ?? 0))),
    );
    const peer = (what: string, value: number, first: number | undefined): Peer => ({
      name: `${name}, ${count} components away: ${what}`,
      value,
      unit: '',
      ratio: value / (first ?? value),
    });
    const bounds = ([low, high]: readonly [number, number]) => [
      peer('linked notes, MRR more than with none, lower bound', low, undefined),
      peer('linked notes, MRR more than with none, upper bound', high, undefined),
    ];
    return [
      peer('linked notes, MRR', mean(linked.flat()), plain && mean(plain.linked.flat())),
      ...(count === 0 ? [] : bounds(beside.interval)),
      peer('notes by title, MRR', mean(titled), plain && mean(plain.titled)),
      peer('notes by title in the passages’ frame, MRR', mean(aside), plain && mean(plain.aside)),
    ];
  });
}

function ranksIn(space: Space, titles: readonly Vector[], links: EmbeddedNotes['links']) {
  const bySource = new Map<number, number[]>();
  for (const { from, to } of links) {
    const rank = reciprocalRank(space, rowOf(space, from), { to, but: from });
    bySource.set(from, [...(bySource.get(from) ?? []), rank]);
  }
  const asked = [...titles.entries()].slice(sampled);
  return {
    linked: [...bySource.values()],
    titled: asked.map(([to, title]) => reciprocalRank(space, intoFrame(space.words, title), { to })),
    aside: asked.map(([to, title]) => reciprocalRank(space, intoFrame(space.frame, title), { to })),
  };
}

function reciprocalRank(space: Space, probe: Vector, { to, but }: { to: number; but?: number }): number {
  const own = dot(rowOf(space, to), probe);
  let rank = 1;
  for (let row = 0; row < space.count; row++)
    if (row !== to && row !== but && dot(rowOf(space, row), probe) >= own) rank += 1;
  return 1 / rank;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
