import seedrandom from 'seedrandom';
import { type Chance, draws, summary } from './chance-links.ts';

/** Above so many links regions are drawn instead of links: dealing each would take minutes in a large field. */
const dealtOne = 1000;

/**
 * How many regions some links would reach by chance: each is dealt an end among those that there are. `ends`: of each region the places where a link may end, so a region
 * with many links is found often, as it would be. A cluster always has fewer links outwards than chance gives, so their number alone would call every region dark.
 */
export function chanceReach(links: number, ends: Int32Array): Chance {
  const random = seedrandom('reach');
  const all = ends.reduce((sum, count) => sum + count, 0);
  const most = Math.min(links, all);
  const reach = most > dealtOne ? byRegion(ends, { all, most, random }) : byLink(ends, most, random);
  return summary(Float64Array.from({ length: draws }, reach).sort());
}

/** Links are dealt one after the other, none to a place that is taken. */
function byLink(ends: Int32Array, most: number, random: () => number): () => number {
  const dealt = Array.from(ends).flatMap((count, region) => Array<number>(count).fill(region));
  return () => {
    const found = new Set<number>();
    for (let at = 0; at < most; at += 1) {
      const other = at + Math.floor(random() * (dealt.length - at));
      const held = dealt[at] ?? 0;
      dealt[at] = dealt[other] ?? 0;
      dealt[other] = held;
      found.add(dealt[at] ?? 0);
    }
    return found.size;
  };
}

/** Each region is reached or not, with the chance that one of so many links ends there: of that many links one says little of the next. */
function byRegion(
  ends: Int32Array,
  { all, most, random }: { all: number; most: number; random: () => number },
): () => number {
  const chances = Array.from(ends, (count) => 1 - Math.exp(count * Math.log1p(-most / all)));
  return () => chances.reduce((reached, chance) => reached + (random() < chance ? 1 : 0), 0);
}
