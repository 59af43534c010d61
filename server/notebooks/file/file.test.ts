import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellInput, inputKinds } from '../../../graph-schema/views/notebook-view.ts';
import { diffLines } from './diff-lines.ts';
import { type NotebookFile, readFile } from './read-file.ts';
import { type WrittenCell, type WrittenNotebook, writeFile } from './write-file.ts';

const written = `---
title: Мысли
# by hand
tags: [a]
---
# Мысли

Пишу **руками**,   с пробелами.


\`\`\`scenefield question $мысли   tag=идея limit=5
забытое
\`\`\`
Сразу следом.

\`\`\`\`markdown
\`\`\`scenefield search
не ячейка
\`\`\`
\`\`\`\`

<!--
\`\`\`scenefield search
тоже не ячейка
\`\`\`
-->

~~~scenefield cypher $n show=chart x="a b"
MATCH (s:Scene) RETURN s
~~~

<!-- cell -->
Ещё текст


`;

function read(text: string): NotebookFile {
  const got = readFile(text);
  if ('problems' in got) throw new Error(JSON.stringify(got.problems));
  return got.file;
}

const asWritten = ({ title, head, cells }: NotebookFile): WrittenNotebook => ({
  title: title ?? '',
  head,
  cells,
});
const plain = (cells: readonly Pick<WrittenCell, 'name' | 'input'>[]) =>
  cells.map(({ name, input }) => ({ name, input }));

test('a file by hand is read as its cells', () => {
  const { title, cells } = read(written);
  expect(title).toBe('Мысли');
  expect(cells.map(({ name, input }) => [input.kind, name])).toEqual([
    ['prose', null],
    ['question', 'мысли'],
    ['prose', null],
    ['cypher', 'n'],
    ['prose', null],
  ]);
  expect(cells[1]?.input).toMatchObject({ text: 'забытое', tag: 'идея', limit: 5 });
  expect(cells[3]?.input).toMatchObject({ show: 'chart', x: 'a b' });
});

test('what a person wrote by hand comes back unharmed, also around an edit', () => {
  const file = read(written);
  expect(writeFile(asWritten(file))).toBe(written);
  const cells: WrittenCell[] = file.cells.map((cell) =>
    cell.name === 'мысли' ? { ...cell, input: CellInput.parse({ ...cell.input, limit: 7 }) } : cell,
  );
  const lines = diffLines(written, writeFile({ ...asWritten(file), cells })).filter(
    ({ type }) => type !== 'same',
  );
  expect(lines).toEqual([
    { type: 'removed', text: '```scenefield question $мысли   tag=идея limit=5' },
    { type: 'added', text: '```scenefield question $мысли tag=идея limit=7' },
  ]);
});

test('a new title changes the title’s line alone', () => {
  const file = read(written);
  expect(writeFile({ ...asWritten(file), title: 'Другое' })).toBe(
    written.replace('title: Мысли', 'title: Другое'),
  );
});

test('results are written below their cells and are no part of what is read', () => {
  const file = read(written);
  const cells = file.cells.map((cell) =>
    cell.name === null ? cell : { ...cell, result: '| a |\n| - |\n| 1 |' },
  );
  const text = writeFile({ ...asWritten(file), cells });
  expect(text).toContain('| 1 |');
  expect(plain(read(text).cells)).toEqual(plain(file.cells));
  expect(writeFile(asWritten(read(text)))).not.toContain('| 1 |');
});

test.each([
  ['```scenefield\n```', 'kind_missing', 1, 14],
  ['text\n\n```scenefield serch\n```', 'kind_unknown', 3, 15],
  ['```scenefield search $1x\nа\n```', 'name_wrong', 1, 22],
  ['```scenefield search $a $b\n```', 'name_wrong', 1, 25],
  ['```scenefield search limit=many\n```', 'option_wrong', 1, 22],
  ['```scenefield search limit=900\n```', 'option_wrong', 1, 22],
  ['```scenefield search colour=red\n```', 'option_unknown', 1, 22],
  ['```scenefield search limit=3 limit=4\n```', 'option_twice', 1, 30],
  ['```scenefield map around="a\n```', 'option_unclear', 1, 19],
  ['```scenefield map\nwords\n```', 'words_not_taken', 2, 1],
  ['a\n```scenefield search\nx\n', 'fence_open', 2, 1],
  ['---\ntitle: [\n---\n', 'head_wrong', 3, 1],
])('nonsense has a place: %j', (text, code, line, column) => {
  const got = readFile(text);
  expect('problems' in got && got.problems[0]).toMatchObject({ code, line, column });
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '```',
        '````',
        '~~~',
        '',
        'слово',
        '<!-- cell -->',
        '<!--',
        '-->',
        '---',
        '```scenefield search',
        '# x',
        '    код',
        '<!-- result -->',
        '$a',
      ),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('\n')),
);
const clean = words.map((text) => text.replaceAll('\r', '').replaceAll('\uFEFF', '').slice(0, 300));
const option = clean.map((text) => text.slice(0, 60));
const cell: fc.Arbitrary<WrittenCell> = fc
  .record({
    kind: fc.constantFrom(...inputKinds),
    text: clean,
    from: option,
    region: option,
    name: fc.constantFrom(null, 'a', 'мысли_2'),
  })
  .map(({ kind, text, from, region, name }) => {
    const fresh = CellInput.parse({ kind });
    const input = CellInput.parse({
      ...fresh,
      ...('text' in fresh && { text }),
      ...('from' in fresh && { from }),
      ...('region' in fresh && { region }),
    });
    return { name: kind === 'prose' ? null : name, input, source: null };
  });

test('every notebook is read back as it was written', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), fc.string(), (cells, title) => {
      const back = read(writeFile({ title, head: null, cells }));
      expect(plain(back.cells)).toEqual(plain(cells));
    }),
    { numRuns: 400 },
  );
});

test('every file that can be read is written back sign for sign, also after its cells moved and came back', () => {
  const line = fc.constantFrom(
    '',
    '',
    'текст',
    '  ',
    '```',
    '```scenefield search',
    '```scenefield map $m',
    '````',
    '<!-- cell -->',
    '# h',
    '---',
    '<!--',
    '-->',
    '    x',
    '~~~',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 24 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const text = lines.join(end);
      const got = readFile(text);
      if ('problems' in got || got.file.cells.length === 0) return;
      expect(writeFile({ title: 'x', head: got.file.head, cells: got.file.cells })).toBe(text);
      const turned = got.file.cells.toReversed();
      expect(plain(read(writeFile({ title: 'x', head: got.file.head, cells: turned })).cells)).toEqual(
        plain(turned),
      );
    }),
    { numRuns: 1500 },
  );
});

test('no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const got = readFile(text);
      if ('problems' in got) expect(got.problems[0]?.line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
