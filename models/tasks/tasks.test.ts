import { describe, expect, it } from 'vitest';
import { wordsWithoutSource } from './check-words.ts';
import { checkSentence, draftPrompt, type DraftSpan } from './draft-scene.ts';
import { firstSentence } from './first-sentence.ts';
import { plainSpan } from './plain-span.ts';
import { checkReason, reasonPrompt } from './write-reason.ts';

const reason = {
  from: { title: 'Ржаной хлеб', text: 'Хлеб замешивают на закваске и выпекают час.' },
  to: { title: 'Закваска', text: 'Закваску кормят мукой и водой дважды в день.' },
};

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
  it('is one line in the notes’ language that speaks of both notes in their words', () => {
    expect(checkReason('хлеб замешивают на закваске, которую кормят мукой.', reason, 1)).toEqual({
      type: 'written',
      text: 'Ссылка на «Закваска» уместна, потому что хлеб замешивают на закваске, которую кормят мукой.',
      seed: 1,
    });
  });

  it.each([
    ['words', 'хлеб на закваске полезен для здоровья.'],
    ['language', 'bread is raised with sourdough.'],
    ['one_sided', 'мукой и водой дважды в день.'],
    ['empty', 'это так.'],
  ])('is declined for %s: %s', (why, because) => {
    expect(checkReason(because, reason, 1)).toMatchObject({ type: 'declined', reason: why });
  });

  it('is asked for in English where the notes are English', () => {
    const english = {
      from: { title: 'A', text: 'Bread rises.' },
      to: { title: 'B', text: 'Yeast makes it rise.' },
    };
    expect(reasonPrompt(english, 1).answerStart).toBe('A link to “B” fits because');
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
