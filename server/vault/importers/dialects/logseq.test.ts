import { expect, it } from 'vitest';
import { readDendron } from './dendron.ts';
import { readLogseq } from './logseq.ts';

it('a large page of hostile marks costs seconds at most', () => {
  const pages = [
    ...['- ', '`', '`` ` ', '((', '[[', '{{embed ', '[a](((', '\t', '#', ':'].map((mark) =>
      mark.repeat(100_000),
    ),
    'words\na:: b\n'.repeat(50_000),
    '- a:: [[b]], c\n  id:: x\n'.repeat(50_000),
    Array.from({ length: 400 }, (_, at) => `- ${'`'.repeat(at + 1)} a\n`).join(''),
    Array.from({ length: 3_000 }, (_, at) => `${'\t'.repeat(at)}- a\n`).join(''),
  ];
  for (const page of pages) {
    const startedAt = performance.now();
    readLogseq('pages/a.md', page);
    readDendron('a.b.md', page);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  }
});

it('a page without bullets keeps its words, and a page with frontmatter its own', () => {
  expect(readLogseq('pages/a.md', 'Слова.\n\nTODO не задача.\n').text).toBe('Слова.\n\nTODO не задача.\n');
  expect(readLogseq('pages/a.md', '---\ntitle: Имя\n---\nkey:: value\n\n- слово\n')).toMatchObject({
    title: 'Имя',
    text: '---\ntitle: Имя\n---\nkey:: value\n- слово\n',
  });
});
