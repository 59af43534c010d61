import { expect, test } from 'vitest';
import { answerPrompt, checkAnswer } from './answer-from-span.ts';

const question = 'Чем кормят закваску?';
const span = 'Закваску кормят **мукой** и водой два раза в день.';
const check = (text: string) => checkAnswer(text, { question, span }, 1);

test('a sentence in the span’s own words passes, whatever it leaves out', () => {
  expect(check('закваску кормят мукой и водой.')).toMatchObject({
    type: 'written',
    text: 'Закваску кормят мукой и водой.',
  });
});

test('a word that the span does not have, or not in that form, is no answer from it', () => {
  expect(check('Закваску кормят мёдом и водой.')).toMatchObject({ type: 'declined', reason: 'words' });
  expect(check('Закваска кормит мукой и водой.')).toMatchObject({ type: 'declined', reason: 'words' });
});

test('it denies nothing that the span does not deny so', () => {
  expect(check('Закваску не кормят мукой.')).toMatchObject({ type: 'declined', reason: 'negation' });
});

test('it is in the question’s language', () => {
  expect(check('Sourdough eats flour daily.')).toMatchObject({ type: 'declined', reason: 'language' });
});

test('what comes before the question is the same for every question of a language', () => {
  const [one, other] = [
    answerPrompt({ question, span }, 1),
    answerPrompt({ question: 'А печь?', span: 'Печь.' }, 2),
  ];
  expect([one.system, one.examples]).toEqual([other.system, other.examples]);
  expect(one.prompt).not.toContain('**');
});
