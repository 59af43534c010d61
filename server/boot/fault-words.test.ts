import { expect, test } from 'vitest';
import { faultWords, wordsOfStage } from './fault-words.ts';

test('a fault says what happened and what to do in both languages, with its values in place', () => {
  const fault = { code: 'neo4j_too_old', values: { uri: 'bolt://x', found: '5.4.0', needed: '5.13' } };
  for (const language of ['ru', 'en'] as const) {
    const { what, cure } = faultWords(fault, language);
    expect(what).toContain('5.4.0');
    expect(cure).toContain('5.13');
  }
});

test('a list is told as words, and a stage without a fault has none', () => {
  const values = { counts: ['Person 3', '() 1'], clashes: ['Job', 'REQUIRES'], uri: '', database: '' };
  const said = wordsOfStage({ cause: 'neo4j_label_clash', values }, 'en');
  expect(said?.what).toContain('Person 3, () 1');
  expect(said?.what).toContain('Job, REQUIRES');
  expect(wordsOfStage({}, 'ru')).toBeNull();
});
