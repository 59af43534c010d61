/**
 * A list that is on screen, brought to a better answer with as little motion as can be: what is in both keeps its place, what is new takes the places of what
 * went, best first, and what is left over follows. The answer's own order is taken where nothing of the list is in it.
 */
export function settleHits<Hit>(
  shown: readonly Hit[],
  better: readonly Hit[],
  keyOf: (hit: Hit) => string,
): Hit[] {
  const wanted = new Map(better.map((hit) => [keyOf(hit), hit]));
  const known = new Set(shown.map(keyOf));
  const fresh = better.filter((hit) => !known.has(keyOf(hit)));
  const settled = shown.flatMap((hit) => wanted.get(keyOf(hit)) ?? fresh.shift() ?? []);
  return [...settled, ...fresh];
}
