import { expect, test } from 'vitest';
import { quotable } from './quotable.ts';

test('sentences are offered word for word, those that name the other scene first', () => {
  const body =
    '---\ntags: [a]\n---\n# Печь\n\nПечь греют медленно. Глазурь  плавится в стекло.\n\n- Глина сохнет сутки.\n\n```\nкод глины\n```\n';
  const found = quotable(body, 'Глина');
  expect(found).toEqual(
    ['Глина сохнет сутки.', 'Печь греют медленно.', 'Глазурь  плавится в стекло.'].map((one) =>
      expect.stringContaining(one),
    ),
  );
  for (const sentence of found) expect(body).toContain(sentence);
});

test('a text without sentences offers none', () => {
  expect(quotable('', 'Печь')).toEqual([]);
  expect(quotable('# Только заголовок\n', 'Печь')).toEqual([]);
});
