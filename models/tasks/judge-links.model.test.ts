import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../cache-folder.ts';
import { chooseModels } from '../choice.ts';
import { weightsPath } from '../fetch/fetch-model.ts';
import { inManifest } from '../manifest.ts';
import type { JudgeInput } from '../models.ts';
import { createModels, type RunningModels } from '../supervise/create-models.ts';
import { openTestEndpoint, type TestEndpoint } from '../testing/endpoint-for-tests.ts';
import { makeTestRanker } from '../testing/ranker-for-tests.ts';
import { createTestModels } from '../testing/test-models.ts';
import { judgeLinks, wayFor } from './judge-links.ts';

const source = {
  title: 'Закваска',
  text: 'Закваску надо кормить мукой и водой два раза в день, иначе хлеб выйдет плоским. '.repeat(12),
};
const candidates = [
  { title: 'Хлеб', text: 'Хлеб пекут в горячей печи сорок минут, пока корка не потемнеет.' },
  { title: 'Мука', text: 'Мука бывает ржаная и пшеничная, от помола зависит тесто.' },
  { title: 'Телескоп', text: 'Телескоп собирает свет далёких звёзд большим зеркалом.' },
];

let models: RunningModels;
beforeAll(async () => {
  models = createTestModels();
  await models.ready('write');
});
afterAll(() => models.stop());

describe('the judge', () => {
  it('gives each candidate a probability, the same however they are asked, and reads the source once', async () => {
    const whole = await judgeLinks(models, { source, candidates, way: 'pointwise' });
    const again = await judgeLinks(models, { source, candidates: candidates.toReversed(), way: 'pointwise' });
    for (const [at, { probability }] of whole.verdicts.entries()) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(again.verdicts.at(-1 - at)?.probability).toBeCloseTo(probability, 6);
    }
    const alone = await judgeLinks(models, {
      source: { ...source, title: 'Опара' },
      candidates: candidates.slice(0, 1),
      way: 'pointwise',
    });
    expect(whole.promptTokens).toBeLessThan(1.6 * alone.promptTokens);
  });

  it('chooses within sets of five', async () => {
    const six = [...candidates, ...candidates];
    const { verdicts } = await judgeLinks(models, { source, candidates: six, way: 'setwise' });
    const sum = verdicts.slice(0, 5).reduce((total, { probability }) => total + probability, 0);
    expect(sum).toBeCloseTo(1, 3);
    expect(verdicts).toHaveLength(6);
  });

  it('goes on after a person was served in between', async () => {
    const judging = judgeLinks(models, { source, candidates, way: 'pointwise' });
    await models.generate({ prompt: 'Да?', maxTokens: 2, seed: 1 }, { priority: 'person' });
    expect((await judging).verdicts).toHaveLength(3);
  });

  it('takes sets only where the model is large', () => {
    expect(['qwen2.5-coder-0.5b', 'qwen2.5-1.5b', 'whatever.gguf'].map(wayFor)).toEqual([
      'pointwise',
      'pointwise',
      'pointwise',
    ]);
    expect(['qwen3-8b-q4', 'llama-3.1-70b@host:1'].map(wayFor)).toEqual(['setwise', 'setwise']);
  });
});

describe('another judge than the model that writes', () => {
  it('may be a reranker', async () => {
    const embed = inManifest('multilingual-e5-small-q4');
    if (embed === undefined) throw new Error('not in the manifest');
    const file = await makeTestRanker(weightsPath(embed, cacheFolder()));
    const ranker = createModels({
      cache: cacheFolder(),
      choice: chooseModels({
        env: { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: 'none', SCENEFIELD_JUDGE_MODEL: file },
      }),
    });
    try {
      const { verdicts, model } = await judgeLinks(ranker, { source, candidates, way: 'pointwise' });
      expect(model).toBe('ranker.gguf');
      expect(verdicts).toHaveLength(candidates.length);
      for (const { probability } of verdicts) expect(probability > 0 && probability < 1).toBe(true);
    } finally {
      await ranker.stop();
      await rm(path.dirname(file), { recursive: true });
    }
  });

  describe('at an endpoint', () => {
    let server: TestEndpoint;
    let far: RunningModels;
    beforeAll(async () => {
      server = await openTestEndpoint(models);
      const env = { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: `${server.address}#real` };
      far = createModels({ cache: 'nowhere', choice: chooseModels({ env }) });
    });
    afterAll(async () => {
      await far.stop();
      await server.close();
    });

    it('tells the same from the probabilities that the server gives', async () => {
      const input: JudgeInput = {
        system: 'Ответь одним словом: Да или Нет.',
        prefix: 'Хлеб пекут из муки. ',
        endings: ['Мука нужна для хлеба?', 'Телескоп нужен для хлеба?'],
        answerStart: '',
        answers: ['Да', 'Нет'],
        ranking: { query: '', documents: ['', ''] },
      };
      const here = await models.judge(input);
      const there = await far.judge(input);
      // The server cuts the prompt at other places, which moves probabilities a little.
      for (const [at, [yes = 0]] of here.shares.entries()) expect(there.shares[at]?.[0]).toBeCloseTo(yes, 1);
    });

    it('says so where the server gives none', async () => {
      server.trouble = 'no_probabilities';
      const judging = judgeLinks(far, { source, candidates, way: 'pointwise' });
      await expect(judging).rejects.toMatchObject({
        code: 'endpoint_nonsense',
        values: { why: 'no_probabilities' },
      });
    });
  });
});
