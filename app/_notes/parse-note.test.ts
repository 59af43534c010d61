import type { Element, Nodes } from 'hast';
import { expect, test } from 'vitest';
import { parseNote } from './parse-note.ts';

const words = { footnotes: 'Notes', back: 'Back' };

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function all(node: Nodes, name: string): Element[] {
  const own = node.type === 'element' && node.tagName === name ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => all(child, name))] : own;
}

function litText(body: string, quote: string): string {
  const start = body.indexOf(quote);
  return all(parseNote(body, [{ start, end: start + quote.length }], words), 'mark')
    .map(textOf)
    .join('');
}

test('a quoted span is lit exactly, across emphasis and links', () => {
  expect(litText('Один два три.', 'два')).toBe('два');
  expect(litText('Начало **жирное слово** и конец.', 'жирное слово')).toBe('жирное слово');
  expect(litText('См. [[Граф|карту]] здесь же.', '[[Граф|карту]] здесь')).toBe('карту здесь');
  expect(litText('> [!tip] Совет\n> Держите заметки рядом.', 'Держите заметки')).toBe('Держите заметки');
});

test('wikilinks become links inside the page, pictures of the vault keep their target', () => {
  const tree = parseNote('[[Ядро#Ритм|ритм]] ![[схема.png|200]]', [], words);
  expect(all(tree, 'a').map(({ properties }) => properties['dataScene'])).toEqual(['Ядро#Ритм']);
  expect(textOf(tree).trim()).toBe('ритм');
  expect(all(tree, 'img').map(({ properties }) => properties)).toEqual([
    { dataTarget: 'схема.png', alt: '', width: '200' },
  ]);
});

test('a callout keeps its kind and title apart from its text', () => {
  const tree = parseNote('>[!nexus_user] **User** - 19.06.2025\n>Привет', [], words);
  const [aside] = all(tree, 'aside');
  expect(aside?.properties['dataCallout']).toBe('nexus_user');
  expect(aside && all(aside, 'p').map(textOf)).toEqual(['User - 19.06.2025', 'Привет']);
});

test('nothing a note brings can run: scripts, styles, foreign addresses', () => {
  const tree = parseNote(
    '<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick="x">y</b> <img src="https://evil/x.png">',
    [],
    words,
  );
  expect(all(tree, 'script')).toHaveLength(0);
  expect(all(tree, 'img')).toHaveLength(0);
  expect(all(tree, 'a').map(({ properties }) => properties['href'])).toEqual([undefined]);
});

test('a callout with a sign folds, closed or open at first', () => {
  const tree = parseNote('> [!faq]- Вопрос?\n> Ответ.\n\n> [!tip]+\n> Совет.', [], words);
  expect(
    all(tree, 'details').map(({ properties }) => [properties['dataCallout'], properties['open']]),
  ).toEqual([
    ['faq', false],
    ['tip', true],
  ]);
  expect(all(tree, 'summary').map(textOf)).toEqual(['Вопрос?', 'tip']);
  const lit = parseNote('> [!faq]- Вопрос?\n> Ответ.', [{ start: 21, end: 26 }], words);
  expect(all(lit, 'details').map(({ properties }) => properties['open'])).toEqual([true]);
});

test('a note embedded on a line of its own is a figure, within a line a link; other files are links', () => {
  const tree = parseNote('![[Ядро#Ритм]]\n\nСм. ![[Ядро]] здесь.\n\n![[доклад.pdf]]', [], words);
  expect(all(tree, 'figure').map(({ properties }) => properties['dataScene'])).toEqual(['Ядро#Ритм']);
  expect(all(tree, 'a').map(({ properties }) => properties['dataScene'])).toEqual([
    'Ядро#Ритм',
    'Ядро',
    'доклад.pdf',
  ]);
});

test('formulas keep their signs, and two sums of money in a line are none', () => {
  const tree = parseNote(
    'Итог $x_1 + \\{y_2\\}$ и\n\n$$\n\\frac{a}{b}\n$$\n\nfrom $5 to [[Price|the price]] of $6, $ 7 $',
    [],
    words,
  );
  const math = [...all(tree, 'span'), ...all(tree, 'div')].map(({ properties }) => properties['dataMath']);
  expect(math).toEqual(['x_1 + \\{y_2\\}', '\\frac{a}{b}']);
  expect(textOf(tree)).toContain('from $5 to the price of $6, $ 7 $');
});
