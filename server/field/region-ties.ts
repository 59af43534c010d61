import { nearestNeighbours, type Tie } from './neighbours.ts';
import type { TermVector } from './terms.ts';

/** Regions hold best, when links come and go, with ten neighbours a note (measured on the Russian vault; five: adjusted Rand .08 lower). */
const mostNeighbours = 10;
/** A nearest-neighbour tie counts half a link. */
const neighbourWeight = 0.5;

/** What regions are found from: links (the logarithm of how many) and half-weight ties to the notes that say the most alike. */
export function regionTies(
  vectors: ReadonlyMap<string, TermVector>,
  links: readonly { a: string; b: string; count: number }[],
): Tie[] {
  const neighbours = nearestNeighbours(
    vectors,
    Math.min(mostNeighbours, Math.floor(Math.sqrt(vectors.size))),
  );
  return [
    ...links.map(({ a, b, count }): Tie => ({ a, b, weight: 1 + Math.log(count) })),
    ...neighbours.map(({ a, b }): Tie => ({ a, b, weight: neighbourWeight })),
  ];
}
