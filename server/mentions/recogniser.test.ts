import { describe, expect, it } from 'vitest';
import { parseSource } from '../vault/parse/parse-source.ts';
import { createRecogniser } from './recogniser.ts';
import { thingsOfSources } from './things-of-sources.ts';
import { readUsage } from './usage.ts';

/** A recogniser over notes given as `path: text`. */
async function recogniserOf(notes: Record<string, string>) {
  const sources = Object.entries(notes).map(([path, text]) => parseSource({ path, text }));
  const things = thingsOfSources(sources);
  return createRecogniser(
    things,
    await readUsage(
      sources.map(({ path, text }) => ({ id: path, text })),
      things,
    ),
  );
}

const vault = {
  'Самозапуск.md': 'Станок включается сам, когда вернулось питание.',
  'Память машины.md': 'Регистры и кэш.',
  'Закладка.md': 'Место, к которому возвращаются.',
  'Имя.md': 'Чем вещь зовут.',
  'Виды.md': 'Как показать базу.',
  'Отец.md': 'О семье.',
  'Maps of Content (MOC).md': 'A note of links.',
  'Digital garden.md': 'Notes that grow in public.',
  'Notion.md': 'An app for documents; Notion keeps blocks, and Notion exports them.',
  'Дневник 2024-03-15.md': 'День.',
  '2024-03-15.md': 'День.',
  'other.md': 'There is no notion of it. People write in Notion, or read about Notion.',
};

describe('names in a text', async () => {
  const { find } = await recogniserOf(vault);
  const titles = (text: string) => find(text).map((each) => `${each.text} → ${each.title}`);

  it('are found in any case and number, also where a vowel is dropped or the stem changes', () => {
    for (const [text, title] of [
      ['после самозапуска станок стоит', 'Самозапуск'],
      ['Самозапусками занят наладчик', 'Самозапуск'],
      ['пишет памятью машин', 'Память машины'],
      ['нет закладок', 'Закладка'],
      ['двумя именами', 'Имя'],
      ['своего отца', 'Отец'],
      ['two digital gardens', 'Digital garden'],
      ['the MOCs of a vault', 'Maps of Content (MOC)'],
      ["a map of content's place", 'Maps of Content (MOC)'],
    ] as const) {
      expect(
        find(text).map((each) => each.title),
        text,
      ).toEqual([title]);
    }
  });

  it('are given with their exact place, UTF-16', () => {
    const text = '---\nкому: самозапуск\n---\n😀 Итог: «самозапуска» нет.';
    const [met, ...more] = find(text);
    expect(more).toEqual([]);
    expect(text.slice(met?.start, met?.end)).toBe('самозапуска');
    expect(met).toMatchObject({ text: 'самозапуска', id: 'Самозапуск.md', kind: 'note', quiet: null });
  });

  it('are not looked for in code, addresses, tags and links to notes', () => {
    for (const text of [
      '`самозапуск`',
      '```\nсамозапуск\n```',
      'https://ru.example/самозапуск',
      '#самозапуск',
      '[[Самозапуск|самозапуска]]',
      '[самозапуск](Самозапуск.md)',
      '%% самозапуск %%',
      'конец абзаца ^notion',
    ])
      expect(titles(text), text).toEqual([]);
    expect(titles('[самозапуск](https://example.org/a)')).toEqual(['самозапуск → Самозапуск']);
  });

  it('are not seen in a verb of the same stem, across a full stop, or in an ordinary word spelt alike', () => {
    expect(titles('Он видит базу.')).toEqual([]);
    expect(titles('Сбой памяти. Машины стоят.')).toEqual([]);
    expect(titles('I have no notion of it.')).toEqual([]);
    expect(titles('He keeps it in Notion now.')).toEqual(['Notion → Notion']);
    expect(titles('Released as Notion Calendar.')).toEqual([]);
  });

  it('of days are marked as of little weight', () => {
    expect(find('см. 2024-03-15').map(({ title, quiet }) => ({ title, quiet }))).toEqual([
      { title: '2024-03-15', quiet: 'dated' },
    ]);
  });
});

it('two notes of one name are told apart by the words around', async () => {
  const { find } = await recogniserOf({
    'Мост (ремонт).md': 'Пролёт, опора, балка, бетон и сваи моста над рекой.',
    'Мост (карты).md': 'Игра в карты: вист, козырь, взятка, пара, тузы и короли.',
    'a.md': 'Разное.',
  });
  expect(find('Опора и балка держат мост над рекой.')[0]?.title).toBe('Мост (ремонт)');
  expect(find('Козырь и взятка решают мост, пара рада тузам.')[0]?.title).toBe('Мост (карты)');
});

it('the longer name is meant', async () => {
  const { find } = await recogniserOf({
    'Боковая панель.md': 'Слева.',
    'Панель.md': 'Доска.',
    'a.md': 'Разное.',
  });
  expect(find('на боковой панели').map(({ title }) => title)).toEqual(['Боковая панель']);
});
