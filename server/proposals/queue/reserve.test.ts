import { expect, test } from 'vitest';
import { corpusOf } from '../testing/corpus-of.ts';
import { buildCorpusIndex } from '../signals/corpus-index.ts';
import { createReserve } from './reserve.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const pair = (source: string, target: string, worth: number) => ({
  source: names.indexOf(source),
  target: names.indexOf(target),
  worth,
});

test('of each gap the four best pairs are kept, one direction each; what joins no gap or is not worth a look is not', () => {
  const corpus = corpusOf(Object.fromEntries(names.map((name) => [name, name])));
  const index = buildCorpusIndex(corpus);
  // g is a hub: it counts for no region
  const regionOf = new Map(names.slice(0, -1).map((name, at) => [name, at < 3 ? 0 : 1]));
  const reserve = createReserve<ReturnType<typeof pair>>(index, { regionOf, pairs: [[0, 1]] });
  const offered = [
    pair('a', 'd', -0.1),
    pair('d', 'a', -0.2),
    pair('a', 'b', 5),
    pair('a', 'g', 5),
    pair('b', 'd', -0.4),
    pair('b', 'e', -0.5),
    pair('b', 'f', -3),
    pair('c', 'e', -0.6),
    pair('c', 'f', -0.7),
    pair('c', 'd', -0.3),
  ];
  for (const each of offered) if (reserve.wants(each.source, each.target, each.worth)) reserve.keep(each);
  expect(reserve.list().map(({ worth }) => worth)).toEqual([-0.1, -0.3, -0.4, -0.5]);
});
