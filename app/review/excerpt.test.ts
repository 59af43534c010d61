import { expect, test } from 'vitest';
import { excerptAround } from './excerpt.ts';

const body = 'Первый абзац.\n\nВторой абзац с цитатой внутри.\n\nТретий абзац.';
const start = body.indexOf('цитатой');
const quote = { start, end: start + 'цитатой'.length };

test('a quote stays the same words in the paragraph shown', () => {
  const shown = excerptAround(body, [quote], 'paragraph');
  expect(shown.body).toBe('Второй абзац с цитатой внутри.');
  expect(shown.lit.map((span) => shown.body.slice(span.start, span.end))).toEqual(['цитатой']);
});

test('near a quote in a short text, all of the text is shown', () => {
  expect(excerptAround(body, [quote], 'around').body).toBe(body);
});

test('without a quote the beginning is shown, and a span outside the text is left out', () => {
  expect(excerptAround(body, [{ start: 500, end: 510 }], 'paragraph')).toEqual({
    body: 'Первый абзац.',
    lit: [],
  });
});
