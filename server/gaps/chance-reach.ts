import seedrandom from 'seedrandom';
import { type Chance, draws, summary } from './chance-links.ts';

/**
 * How many regions some links would reach by chance: each is dealt an end among those that there are. `ends`: the region of every place where a link may end, so a region
 * with many links is found often, as it would be. A cluster always has fewer links outwards than chance gives, so their number alone would call every region dark.
 */
export function chanceReach(links: number, ends: readonly string[]): Chance {
  const random = seedrandom('reach');
  const dealt = [...ends];
  const most = Math.min(links, dealt.length);
  const reached = Float64Array.from({ length: draws }, () => {
    const found = new Set<string>();
    for (let at = 0; at < most; at += 1) {
      const other = at + Math.floor(random() * (dealt.length - at));
      const held = dealt[at] ?? '';
      dealt[at] = dealt[other] ?? '';
      dealt[other] = held;
      found.add(dealt[at] ?? '');
    }
    return found.size;
  });
  return summary(reached.sort());
}
