import type { WidestGaps } from '../deps.ts';
import { placesKey } from '../pair-key.ts';
import { closingChance } from './closing-chance.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';

/** The best pairs across each of the widest gaps, however many better ones there are within regions. */
export interface Reserve<T> {
  /** Whether the pair would be among those kept. */
  wants(source: number, target: number, worth: number): boolean;
  keep(pair: T): void;
  list(): T[];
}

/** Kept for each gap: one may be rejected. */
const mostOfGap = 4;
/** As log-odds. */
const leastWorth = Math.log(closingChance / (1 - closingChance));

export function createReserve<T extends { source: number; target: number; worth: number }>(
  { corpus }: CorpusIndex,
  { regionOf, pairs }: WidestGaps,
): Reserve<T> {
  const places = Int32Array.from(corpus.notes, ({ id }) => regionOf.get(id) ?? -1);
  const kept = new Map<string, T[]>();
  for (const [a, b] of pairs) kept.set(placesKey(a, b), []);
  const listOf = (source: number, target: number): T[] | undefined => {
    const [a, b] = [places[source] ?? -1, places[target] ?? -1];
    return a < 0 || b < 0 || a === b ? undefined : kept.get(placesKey(a, b));
  };
  return {
    wants(source, target, worth) {
      const list = listOf(source, target);
      if (list === undefined || worth < leastWorth) return false;
      return list.length < mostOfGap || worth > (list.at(-1)?.worth ?? 0);
    },
    keep(pair) {
      const list = listOf(pair.source, pair.target);
      const turned = list?.findIndex(
        ({ source, target }) => source === pair.target && target === pair.source,
      );
      if (list === undefined || turned === undefined) return;
      if (turned >= 0 && (list[turned]?.worth ?? 0) >= pair.worth) return;
      if (turned >= 0) list.splice(turned, 1);
      list.push(pair);
      list.sort((a, b) => b.worth - a.worth).splice(mostOfGap);
    },
    list: () => [...kept.values()].flat(),
  };
}
