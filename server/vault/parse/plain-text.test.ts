import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';
import { createSentenceReader } from './sentences.ts';

test('the mark of a callout is not shown, and ends no sentence', () => {
  expect(plainText('> [!info]- Поле\n> держит *сцены*.')).toBe('Поле держит сцены.');
  expect(plainText('[!note] A [[Core|centre]].')).toBe('A centre.');
  expect(plainText('Look: ![the field](map.png)!')).toBe('Look: the field!');
  expect(plainText('_Ядро_ лежит в ltm_seed_model.py, см. [[38_можно_начинать]] и __это__.')).toBe(
    'Ядро лежит в ltm_seed_model.py, см. 38_можно_начинать и это.',
  );
  expect(plainText('**жирно и _косо_ вместе**')).toBe('жирно и косо вместе');
  const text = 'Раньше.\n\n> [!info] Поле держит сцены. И пробелы.';
  expect(
    createSentenceReader()(text, 0).map(({ start, end }) => plainText(text.slice(start, end))),
  ).toContain('Поле держит сцены.');
});

test('the mark of a footnote goes with the blank before it', () => {
  expect(plainText('Ядро мало [^15]. Поле [^1][^2] растёт[^3] дальше [^4]')).toBe(
    'Ядро мало. Поле растёт дальше',
  );
});

test('tags of HTML are not shown; a placeholder and code are', () => {
  expect(plainText('<span class="icon-app icon-airtable"></span> Airtable')).toBe('Airtable');
  expect(plainText('Нажмите <kbd>Ctrl</kbd>+<kbd>K</kbd>,<br>а потом<br/>**Ввод**.')).toBe(
    'Нажмите Ctrl+K, а потом Ввод.',
  );
  expect(plainText('<td>глина</td><td>зола</td>')).toBe('глина зола');
  expect(plainText('Write `<br>` as it is, and your <name>; 1 < 2 > 0.')).toBe(
    'Write <br> as it is, and your <name>; 1 < 2 > 0.',
  );
});
