import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { leiden, type WeightedGraph } from './leiden.ts';

/** `0-10:2.1`: two nodes and what their tie weighs. */
function graphOf(size: number, text: string): WeightedGraph {
  const neighbours = Array.from({ length: size }, (): number[] => []);
  const weights = Array.from({ length: size }, (): number[] => []);
  for (const [, from, to, weight] of text.matchAll(/(\d+)-(\d+):([\d.]+)/gu)) {
    const [a, b] = [Number(from), Number(to)];
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
    weights[a]?.push(Number(weight));
    weights[b]?.push(Number(weight));
  }
  const degrees = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0));
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  const masses = Float64Array.from(degrees, (degree) => degree / Math.sqrt(total));
  return { neighbours, weights, loops: degrees.map(() => 0), masses };
}

test('two cliques that one tie joins are two groups', () => {
  const clique = (nodes: number[]) =>
    nodes.flatMap((a, at) => nodes.slice(at + 1).map((b) => `${a}-${b}:1`)).join(' ');
  const graph = graphOf(8, `${clique([0, 1, 2, 3])} ${clique([4, 5, 6, 7])} 3-4:1`);
  const groups = leiden(graph, { resolution: 1, random: seedrandom('a') });
  expect(new Set(groups.slice(0, 4)).size).toBe(1);
  expect(new Set(groups.slice(4)).size).toBe(1);
  expect(groups[0]).not.toBe(groups[4]);
});

test('it ends where sums of masses are a little off', () => {
  // nodes that are best alone went from one empty group to another for ever, each a rounding error "better"
  const graph = graphOf(
    17,
    `0-10:2.0986122886681096 1-2:1.5 3-11:1.6931471805599454 7-16:1.6931471805599454 3-15:1 2-15:0.5 1-14:0.5 13-15:2.0986122886681096
     7-14:0.5 11-14:0.5 7-12:1 0-4:1.6931471805599454 2-8:3.0986122886681096 3-8:2.0986122886681096 12-16:0.5 0-2:1
     0-5:1.6931471805599454 11-15:1 1-16:1.6931471805599454 4-16:0.5 2-14:1.6931471805599454 5-10:1 7-8:0.5`,
  );
  for (let seed = 0; seed < 20; seed += 1) {
    const groups = leiden(graph, { resolution: 4, random: seedrandom(`s${seed}`) });
    expect(groups).toHaveLength(17);
  }
});
