import { expect, test } from 'vitest';
import type { Corpus, CorpusNote } from '../signals/corpus.ts';
import { knownNames } from './known-names.ts';

function note(path: string, text = '', links: CorpusNote['links'] = []): CorpusNote {
  const title = path.split('/').at(-1) ?? '';
  return { id: path, path, title, aliases: [], text, passages: [], links, words: [] };
}

/** `[[target|shown]]` with where its words stand. */
function linking(path: string, target: string, shown: string): CorpusNote {
  const text = `Смотри [[${target}|${shown}]].`;
  const [start, shownStart] = [text.indexOf('[['), text.indexOf(shown)];
  return note(path, text, [
    { target: 0, start, end: text.length - 1, shownStart, shownEnd: shownStart + shown.length },
  ]);
}

const corpus: Corpus = {
  notes: [
    note('Лента'),
    note('Программа/Вики для учёбы'),
    ...['Вики Синхронизация', 'Вики Публикация', 'Вики Поиск', 'Вики Вкладки'].map((path) => note(path)),
    linking('Вход', 'Лента', 'вертикальной панели'),
    linking('Защита', 'Лента#Ключи', 'сквозное шифрование'),
  ],
};

test('a name is known in any form, by what links call its note, by its folder, and without the word of all titles', () => {
  const isKnown = knownNames({ corpus, taken: ['Черновик плана'] });
  for (const name of ['ленты', 'Вертикальная панель', 'программа', 'Синхронизация', 'черновика плана'])
    expect([name, isKnown(name)]).toEqual([name, true]);
  for (const name of ['сквозное шифрование', 'Вики', 'контроль версий'])
    expect([name, isKnown(name)]).toEqual([name, false]);
});
