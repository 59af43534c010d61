import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePack, writePack } from './index.ts';

const folder = new URL('starters/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

test('both starters are there in both languages', () => {
  expect(files.sort()).toEqual([
    'five-gaps.en.yaml',
    'five-gaps.ru.yaml',
    'minimal-root.en.yaml',
    'minimal-root.ru.yaml',
  ]);
});

test.each(files)('%s is a valid pack in canonical form, whose scenes can be read in a minute', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const parsed = parsePack(text);
  if ('problems' in parsed) throw new Error(parsed.problems[0]?.message);
  expect(writePack(parsed.pack)).toBe(text);
  expect(parsed.pack.scenes).toHaveLength(name.startsWith('minimal-root') ? 7 : 5);
  for (const { body } of parsed.pack.scenes) {
    const words = body?.match(/[\p{L}\p{N}-]+/gu)?.length ?? 0;
    expect(words).toBeGreaterThan(60);
    expect(words).toBeLessThan(150);
  }
  expect(parsed.pack.links.every(({ evidence }) => evidence.length > 0)).toBe(true);
});
