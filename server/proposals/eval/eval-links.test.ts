import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusOf } from '../testing/corpus-of.ts';
import { makeSmallVault, type SmallVault } from '../testing/small-vault.ts';
import { buildCorpusIndex } from '../signals/corpus-index.ts';
import { linkedPairs } from '../signals/hide-links.ts';
import { buildWalk } from '../signals/walk.ts';
import { type NamedSignal, wordSignals } from '../signals/word-signals.ts';
import { evalLinks } from './eval-links.ts';
import { findLeak } from './find-leak.ts';
import { createTally } from './tally.ts';

let vault: SmallVault;
beforeAll(async () => {
  vault = await makeSmallVault();
});
afterAll(() => vault.remove());

const texts = {
  A: 'One [[B|bee words]] and [[C]] and clay.',
  B: 'Two [[C|sea words]] with bees.',
  C: 'Three [[A]] of clay.',
  D: 'Four [[A|first]] [[B]] bees.',
  E: 'Five sea words, bee words and [[D]].',
};

test('no signal knows a hidden link, and a planted leak is caught', () => {
  const corpus = corpusOf(texts);
  const hidden = linkedPairs(corpus).filter((_, at) => at % 3 === 0);
  expect(findLeak(corpus, hidden, () => wordSignals)).toEqual([]);

  // an index of the whole vault, made before the links were hidden
  const leaking = (whole: typeof corpus): NamedSignal[] => {
    const index = buildCorpusIndex(whole);
    return [
      { name: 'walk', build: () => buildWalk(index) },
      ...wordSignals.filter(({ name }) => name !== 'walk'),
    ];
  };
  expect(findLeak(corpus, hidden, leaking)).toEqual(['walk']);
});

test('equal scores share their middle rank', () => {
  const tally = createTally();
  tally.add(Float64Array.from([1, 1, 1, 0]), [true, false, false, false]);
  tally.add(Float64Array.from([3, 2, 1]), [true, true, false]);
  const { measures, filtered, perSource } = tally.read();
  expect(measures.mrr).toBeCloseTo((1 / 2 + 1 + 1 / 2) / 3);
  expect(filtered.mrr).toBeCloseTo((1 / 2 + 1 + 1) / 3);
  expect(perSource).toEqual({ first: 0.5, firstFive: 1 });
});

test('the same seeds give the same figures; a step can be taken away; an unknown one is refused', async () => {
  const ask = { dir: vault.dir, seeds: [1, 2], mode: 'mention' as const, without: ['mention', 'refit'] };
  const { seconds: _, ...first } = await evalLinks(ask);
  const { seconds: __, ...second } = await evalLinks(ask);
  expect(second).toEqual(first);
  expect(first).toMatchObject({ notes: 12, embeddings: 'none', seeds: [1, 2] });
  expect(Object.keys(first.without)).toEqual(['mention', 'refit']);
  expect(Object.keys(first.baselines).toSorted()).toEqual([
    'adamicAdar',
    'exactMentions',
    'mentions',
    'sumOfZ',
    'tfidf',
  ]);
  await expect(evalLinks({ ...ask, without: ['luck'] })).rejects.toMatchObject({ code: 'bad_input' });
});

const russianVault = process.env['SCENEFIELD_TEST_RUSSIAN_VAULT'] ?? '../shared/vaults/obsidian-help-ru';
test(
  'the Russian vault: hidden links come back among the first ten',
  { timeout: 120_000 },
  async (context) => {
    if (!existsSync(russianVault)) return context.skip('the shared vaults are not here');
    const mention = await evalLinks({ dir: russianVault, seeds: [7], mode: 'mention' });
    expect(mention.notes).toBe(173);
    expect(mention.links).toBeGreaterThanOrEqual(950);
    expect(mention.full.hit10).toBeGreaterThan(0.8);
    const best = Math.max(...Object.values(mention.baselines).map(({ mrr }) => mrr));
    expect(mention.full.mrr).toBeGreaterThan(best - 0.02);
  },
);
