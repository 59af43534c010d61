import { expect, test } from 'vitest';
import { fieldOf } from '../testing/field-of.ts';
import { type BetweennessInput, betweennessOf } from './betweenness.ts';
import { keepBetweenness } from './keep-betweenness.ts';

function inputOf(count: number, pairs: readonly (readonly [number, number])[]): BetweennessInput {
  return { count, ends: Int32Array.from(pairs.flat()) };
}

test('every way between the arms of a star leads through its middle, and none through an arm', () => {
  const { shares, sampled } = betweennessOf(
    inputOf(
      5,
      [1, 2, 3, 4].map((arm) => [0, arm] as const),
    ),
  );
  expect([...shares]).toEqual([1, 0, 0, 0, 0]);
  expect(sampled).toBeNull();
});

test('two ways of the same length share what they carry; links both ways and to itself count once', () => {
  const { shares } = betweennessOf(
    inputOf(4, [
      [0, 1],
      [1, 0],
      [1, 3],
      [0, 2],
      [2, 3],
      [3, 3],
    ]),
  );
  for (const share of shares) expect(share).toBeCloseTo(1 / 6);
});

test('a large field is estimated from some of its scenes, and its bridges come out on top', () => {
  const [group, groups] = [80, 50];
  const inside = Array.from({ length: group * groups }, (_, at) => {
    const first = Math.floor(at / group) * group;
    return [first, at] as const;
  });
  const chain = Array.from({ length: groups - 1 }, (_, at) => [at * group, (at + 1) * group] as const);
  const { shares, sampled } = betweennessOf(inputOf(group * groups, [...inside, ...chain]));
  expect(sampled).toBe(2000);
  const top = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, groups);
  expect(top.every((place) => place % group === 0)).toBe(true);
  // the middle of a chain of equal groups: about half of all pairs lie on either side
  expect(shares[(groups / 2) * group]).toBeGreaterThan(0.45);
  expect(shares[(groups / 2) * group]).toBeLessThan(0.55);
});

test('figures are kept until the field differs, and until the new ones are there the old stand', async () => {
  let computed = 0;
  const keeper = keepBetweenness(async (input) => {
    computed += 1;
    return betweennessOf(input);
  });
  const settled = async (field: ReturnType<typeof fieldOf>) => {
    while (keeper.read(field).isWorking) await new Promise((resolve) => setTimeout(resolve, 1));
    return keeper.read(field).shares;
  };
  const first = fieldOf('a-b b-c');
  expect(keeper.read(first)).toMatchObject({ isWorking: true, most: 0 });
  expect((await settled(first)).get('b')).toBe(1);
  await settled(first);
  expect(computed).toBe(1);
  const second = fieldOf('a-b b-c a-c');
  expect(keeper.read(second)).toMatchObject({ isWorking: true, most: 1 });
  expect((await settled(second)).get('b')).toBe(0);
});

test('what went wrong is said to the next who asks, and then tried again', async () => {
  let isBroken = true;
  const keeper = keepBetweenness(async (input) => {
    if (isBroken) throw new Error('no thread');
    return betweennessOf(input);
  });
  const field = fieldOf('a-b b-c');
  keeper.read(field);
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(() => keeper.read(field)).toThrow('no thread');
  isBroken = false;
  keeper.read(field);
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(keeper.read(field)).toMatchObject({ isWorking: false, most: 1 });
});
