import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anything, isFiltered, readQuestion } from './question.ts';

test('operators are read in both languages, the rest stays words', () => {
  expect(
    readQuestion('рост "язык переходов" -черновики тег:#поле/ядро kind:turn до:15.03.2024 after:2023'),
  ).toEqual({
    text: 'рост язык переходов',
    phrases: ['язык переходов'],
    without: ['черновики'],
    filters: {
      ...anything(),
      tags: ['поле/ядро'],
      kind: 'turn',
      before: '2024-03-15T00:00:00.000Z',
      after: '2023-01-01T00:00:00.000Z',
    },
  });
  expect(readQuestion('path:"Мои заметки/2024" кто:модель region:Ядро').filters).toEqual({
    ...anything(),
    path: 'мои заметки/2024',
    speaker: 'model',
    region: 'ядро',
  });
});

test('what is no operator, or has an impossible value, is words', () => {
  expect(readQuestion('http://example.org kind:cow before:yesterday C++: x')).toMatchObject({
    text: 'http://example.org kind:cow before:yesterday C++: x',
    filters: anything(),
  });
  expect(isFiltered(anything())).toBe(false);
  expect(isFiltered(readQuestion('tag:a').filters)).toBe(true);
});

test('whatever is typed is a question', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { without, phrases } = readQuestion(text);
      expect([...without, ...phrases]).not.toContain('');
    }),
  );
});
