import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { signalNames } from '../signals/signal.ts';
import { type Decision, readAnswer } from './decision.ts';
import { readFeatures } from './features.ts';
import { learn, tasteOf, traitOf } from './learn.ts';
import { tasteScores } from './taste-scores.ts';

const random = seedrandom('learn');

/** Of every two pairs one leads to a hub. */
function decisions(count: number, says: (isToHub: boolean, at: number) => boolean): Decision[] {
  return Array.from({ length: count }, (_, at) => ({
    score: random() * 2 - 1,
    target: `note ${at % 7}`,
    features: readFeatures([{ name: 'inDegree', z: at % 2 === 0 ? 3 : 0 }]),
    accepted: says(at % 2 === 0, at),
    count: 1,
  }));
}

test('before the first answer, and from answers that follow nothing, the order stays as it is', async () => {
  expect(tasteOf(await learn([]), { features: readFeatures([]), target: 'a' })).toBe(0);
  const taste = await learn(decisions(100, () => random() < 0.5));
  expect(Math.abs(traitOf(taste, 'hub'))).toBeLessThan(0.4);
  expect(taste.shares.plain).toBeGreaterThan(taste.shares.signals);
});

test('links to hubs that are always turned down cost more than a step of the score after twenty answers, slips or not', async () => {
  const taste = await learn(decisions(20, (isToHub) => !isToHub));
  expect(traitOf(taste, 'hub')).toBeLessThan(-1);
  expect(taste.shares.plain).toBeLessThan(0.2);
  const withSlips = await learn(decisions(40, (isToHub, at) => (at % 10 === 0 ? isToHub : !isToHub)));
  expect(traitOf(withSlips, 'hub')).toBeLessThan(-1);
});

test('what contradicts itself, always the same, or comes by the thousand stays finite', async () => {
  for (const all of [
    decisions(60, () => true),
    decisions(60, () => false),
    decisions(60, (_, at) => at % 4 < 2),
    decisions(1500, (isToHub) => isToHub),
  ]) {
    const taste = await learn(all);
    const sums = [...taste.features, ...taste.targets.values(), ...Object.values(taste.shares)];
    expect(sums.every((each) => Number.isFinite(each) && Math.abs(each) < 20)).toBe(true);
  }
});

test('another relation or direction is half a yes, a duplicate half a no', () => {
  expect(readAnswer('rejected', 'direction')).toEqual({ accepted: true, count: 0.5 });
  expect(readAnswer('rejected', 'relation')).toEqual({ accepted: true, count: 0.5 });
  expect(readAnswer('rejected', 'duplicate')).toEqual({ accepted: false, count: 0.5 });
  expect(readAnswer('rejected', 'wrong')).toEqual({ accepted: false, count: 1 });
  expect(readAnswer('edited', null)).toEqual({ accepted: true, count: 0.5 });
});

test('a taste is the same read for one candidate and for a column of them', async () => {
  const taste = await learn(decisions(30, (isToHub) => !isToHub));
  const columns = signalNames.map(() => Float64Array.from({ length: 5 }, () => random() * 6 - 2));
  const targets = ['note 1', 'note 2', 'note 3', 'elsewhere', 'note 1'];
  const scores = tasteScores(taste, { names: signalNames, columns, targets });
  for (const [at, target] of targets.entries()) {
    const z = signalNames.map((name, column) => ({ name, z: columns[column]?.[at] ?? 0 }));
    expect(scores[at]).toBeCloseTo(tasteOf(taste, { features: readFeatures(z), target }), 9);
  }
});
