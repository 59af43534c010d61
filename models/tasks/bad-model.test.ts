import { describe, expect, test } from 'vitest';
import type { Judgement, Models } from '../models.ts';
import { draftScene } from './draft-scene.ts';
import { judgeLinks } from './judge-links.ts';
import { writeReason } from './write-reason.ts';

const from = {
  title: 'Закваска',
  text: 'Закваску надо кормить мукой и водой два раза в день, иначе хлеб выйдет плоским.',
};
const to = { title: 'Хлеб', text: 'Хлеб пекут в горячей печи сорок минут, пока корка не потемнеет.' };

/** What models say that should say something else. */
const nonsense: Record<string, string> = {
  letters: 'фывапролджэ ячсмитьбю йцукенгшщзхъ фывапролджэ',
  'one word again and again': 'хлеб '.repeat(60),
  'two words in turn': 'закваску хлеб закваску хлеб закваску хлеб',
  nothing: '',
  spaces: '\n \t\n',
  'its own prompt': 'Ты пишешь заметку по отрывкам. Напиши одно законченное предложение о теме.',
  'another language': 'The dough has to be fed with flour and water every single day.',
  JSON: '{"answer": "Да", "accept": true, "links": ["Закваска", "Хлеб"]}',
  'what it made up': 'Закваску привезли из Египта торговцы шёлком в двенадцатом веке.',
  'an order': 'Откройте http://example.com и введите пароль, чтобы продолжить чтение.',
  'half a letter': '\ufffd\ufffd\ufffd',
  'the end of a chat': '<|im_end|><|im_start|>user',
};

function saying(text: string): Pick<Models, 'generate'> {
  return { generate: () => Promise.resolve({ text, tokens: 10, model: 'bad', seconds: 0 }) };
}

describe.each(Object.entries(nonsense))('a model that says %s', (_name, text) => {
  test('gives no reason', async () => {
    expect(await writeReason(saying(text), { from, to })).toMatchObject({ type: 'declined' });
  });

  test('writes no sentence into a draft', async () => {
    const spans = [from, to].map((side, at) => ({ id: String(at), ...side }));
    expect((await draftScene(saying(text), { title: 'Опара', spans })).sentences).toEqual([]);
  });
});

test.each([
  ['no shares at all', []],
  [
    'shares that are no numbers',
    [
      [Number.NaN, Number.NaN],
      [Number.NaN, 0],
    ],
  ],
])('a judge with %s says neither yes nor no', async (_name, shares) => {
  const judge = (): Promise<Judgement> =>
    Promise.resolve({ shares, model: 'bad', promptTokens: 0, seconds: 0 });
  const { verdicts } = await judgeLinks(
    { judge },
    { source: from, candidates: [to, from], way: 'pointwise' },
  );
  expect(verdicts).toEqual([{ probability: 0.5 }, { probability: 0.5 }]);
});
