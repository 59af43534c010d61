import { describe, expect, it } from 'vitest';
import type { GenerateInput } from '../models.ts';
import { wordsWithoutSource } from './check-words.ts';
import { checkSentence, draftPrompt, type DraftSpan } from './draft-scene.ts';
import { firstSentence } from './first-sentence.ts';
import { keepsNegation } from './keeps-negation.ts';
import { plainSpan } from './plain-span.ts';
import { gistPrompt, writeReason } from './write-reason.ts';

const bread = { title: 'Ржаной хлеб', text: 'Хлеб замешивают на закваске и выпекают час.' };
const sourdough = { title: 'Закваска', text: 'Закваску кормят мукой и водой дважды в день.' };

describe('the check of words', () => {
  it('knows a word in every form, over ё and word endings', () => {
    const sources = ['Заметки связаны ссылками', 'зелёная модель'];
    expect(wordsWithoutSource('Ссылка связана с заметкой зеленой модели', sources)).toEqual([]);
  });

  it('names what no source says', () => {
    expect(wordsWithoutSource('Закваска лечит болезни', ['закваску кормят'])).toEqual(['лечит', 'болезни']);
    expect(wordsWithoutSource('The graph was built in 1999', ['a graph'])).toEqual(['built', '1999']);
  });
});

describe('a reason', () => {
  /** answers each excerpt in turn, as often as it is asked */
  const scripted = (gists: Record<string, string>) => ({
    generate: ({ prompt }: GenerateInput) => {
      const text = Object.entries(gists).find(([title]) => prompt.includes(`из «${title}»`))?.[1] ?? '';
      return Promise.resolve({ text, tokens: 9, model: 'scripted', seconds: 0 });
    },
  });
  const write = (ofBread: string, ofSourdough: string) =>
    writeReason(scripted({ 'Ржаной хлеб': ofBread, Закваска: ofSourdough }), { from: bread, to: sourdough });

  it('is one line about the matter itself: what each of the two says, in its words', async () => {
    expect(await write('хлеб замешивают на закваске', 'Закваску кормят мукой.')).toEqual({
      type: 'written',
      text: 'Ржаной хлеб: хлеб замешивают на закваске; Закваска: закваску кормят мукой.',
      seed: 1,
    });
  });

  it('leaves out the last clauses of a long half', async () => {
    const text = 'Закваску кормят мукой, и она поднимается вдвое.';
    const long = `закваску кормят мукой, ${'она поднимается вдвое '.repeat(5)}`;
    const models = scripted({ 'Ржаной хлеб': 'хлеб замешивают на закваске', Закваска: long });
    const written = await writeReason(models, { from: bread, to: { ...sourdough, text } });
    expect(written.text).toBe('Ржаной хлеб: хлеб замешивают на закваске; Закваска: закваску кормят мукой.');
  });

  it('does not end in the middle of a list', async () => {
    const written = await write('хлеб замешивают на закваске, и выпекают.', 'закваску кормят мукой');
    expect(written.text).toBe('Ржаной хлеб: хлеб замешивают на закваске; Закваска: закваску кормят мукой.');
  });

  it('is declined where the second half adds nothing', async () => {
    const twice = { ...sourdough, text: bread.text };
    const models = scripted({ 'Ржаной хлеб': 'хлеб выпекают час', Закваска: 'хлеб выпекают час' });
    expect(await writeReason(models, { from: bread, to: twice })).toMatchObject({ reason: 'one_sided' });
  });

  it.each([
    ['words', 'закваска полезна для здоровья'],
    ['words', 'хлеб замешивают'],
    ['words', 'закваску кормить мукой'],
    ['language', 'sourdough is fed'],
    ['empty', 'закваску.'],
    ['negation', 'закваску не кормят мукой'],
    ['long', `закваску кормят ${'мукой и водой '.repeat(6)}`],
  ])('is declined for %s: %s', async (why, gist) => {
    expect(await write('хлеб замешивают на закваске', gist)).toMatchObject({ type: 'declined', reason: why });
  });

  it('is asked for in English where the notes are English', () => {
    const side = { title: 'A', text: 'Bread rises.' };
    expect(gistPrompt({ side, about: 'B', seed: 1 }).prompt).toBe(
      'Excerpt from “A”: Bread rises.\nIn short, for a reader of “B”:',
    );
  });
});

describe('what is denied', () => {
  const source = 'В целях безопасности плагины не обновляются автоматически, их обновляет человек.';

  it('is kept word for word, up to the end of the clause', () => {
    expect(keepsNegation('плагины не обновляются автоматически', source)).toBe(true);
    expect(keepsNegation('плагины не обновляются', source)).toBe(false);
    expect(keepsNegation('плагины обновляются автоматически', source)).toBe(false);
    expect(keepsNegation('plugins aren’t updated', 'Plugins are updated.')).toBe(false);
  });
});

describe('a sentence of a draft', () => {
  const span: DraftSpan = {
    id: 'p1',
    title: 'Печь',
    text: 'Закваску кормят мукой, иначе хлеб выйдет плоским.',
  };

  it('stands when it is about the topic and every content word is in its span', () => {
    const sentence = 'Закваску кормят мукой, иначе хлеб выйдет плоским.';
    expect(checkSentence(sentence, 'Закваска', span, [])).toEqual({ type: 'written', text: sentence });
    expect(checkSentence(sentence, 'Закваска', span, [{ text: sentence, source: 'p0' }])).toMatchObject({
      reason: 'repeated',
    });
  });

  it('falls when it says more than its span, or nothing of the topic', () => {
    expect(checkSentence('Закваску кормят сахаром и мукой.', 'Закваска', span, [])).toMatchObject({
      reason: 'words',
    });
    expect(checkSentence('Хлеб выйдет плоским.', 'Закваска', span, [])).toMatchObject({
      reason: 'off_topic',
    });
  });

  it('is asked for from the part of a long span that names the topic', () => {
    const long = `${'Сначала о другом. '.repeat(60)}Закваску кормят мукой. ${'Потом о третьем. '.repeat(60)}`;
    const { prompt } = draftPrompt('Закваску', { ...span, text: long }, 1);
    expect(prompt).toContain('Закваску кормят мукой');
    expect(prompt.length).toBeLessThan(600);
  });
});

describe('what a small model wrote', () => {
  it('is read up to the end of its first sentence', () => {
    expect(firstSentence('- Граф строится из ссылок. Ещё он', false)).toBe('Граф строится из ссылок.');
    expect(firstSentence('О клавишах см. раздел «Клавиши». Ещё', false)).toBe(
      'О клавишах см. раздел «Клавиши».',
    );
    expect(firstSentence('версия 1.5 лучше', true)).toBe('версия 1.5 лучше.');
  });

  it('is cut at a whole clause, or dropped, where it was not finished', () => {
    expect(firstSentence('Граф строится из внутренних ссылок заметок, которые', false)).toBe(
      'Граф строится из внутренних ссылок заметок.',
    );
    expect(firstSentence('Граф строится из внутр', false)).toBe('');
  });

  it('never had markup to copy', () => {
    const span =
      '> [!info] Для **этого** [[A|варианта]] [^12] *курсив* snake_case\n- [ ] пункт [x](http://a.b)';
    expect(plainSpan(span)).toBe('Для этого варианта курсив snake_case\nпункт x');
  });
});
