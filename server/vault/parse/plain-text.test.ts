import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';
import { createSentenceReader } from './sentences.ts';

test('the mark of a callout is not shown, and ends no sentence', () => {
  expect(plainText('> [!info]- Поле\n> держит *сцены*.')).toBe('Поле держит сцены.');
  expect(plainText('[!note] A [[Core|centre]].')).toBe('A centre.');
  expect(plainText('Look: ![the field](map.png)!')).toBe('Look: the field!');
  const text = 'Раньше.\n\n> [!info] Поле держит сцены. И пробелы.';
  expect(
    createSentenceReader()(text, 0).map(({ start, end }) => plainText(text.slice(start, end))),
  ).toContain('Поле держит сцены.');
});
