import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import type { CellInput } from '../../../graph-schema/views/notebook-view.ts';
import { wordsOf } from '../cells/cell-kinds.ts';
import { fenceLine } from './fence-line.ts';
import { proseMark, readFile, resultMarks } from './read-file.ts';

export interface WrittenCell {
  name: string | null;
  input: CellInput;
  /** its lines in the file that it came from; null: it never was in one */
  source: string | null;
  /** Markdown of what it came to, to be written below it */
  result?: string;
}

export interface WrittenNotebook {
  title: string;
  /** '' where the file that it came from has none; null: it never was in a file */
  head: string | null;
  cells: readonly WrittenCell[];
}

/** A notebook as one readable file. What came from a file and is as it was keeps its very lines; the rest is written in the plainest form. */
export function writeFile(notebook: WrittenNotebook): string {
  const text = allLines(notebook);
  const read = notebook.head === '' ? readFile(text) : null;
  const isMistaken = read !== null && ('problems' in read || read.file.head !== '');
  // text that begins like properties is none of them below an empty line
  return isMistaken ? `\n${text}` : text;
}

function allLines({ title, head, cells }: WrittenNotebook): string {
  let text = headOf(title, head);
  for (const [at, cell] of cells.entries()) {
    const isAfterProse = cells[at - 1]?.input.kind === 'prose';
    const kept =
      cell.source !== null && isSame(cell.source, cell) ? ownLines(cell.source, cells[at + 1]) : null;
    if (kept === null) text = below(text) + block(cell, isAfterProse) + '\n';
    else if (isAfterProse && cell.input.kind === 'prose' && !kept.trimStart().startsWith(proseMark))
      text = below(text) + `${proseMark}\n${kept.replace(/^\s*\n/u, '')}`;
    else text = (isWhole(text) ? text : `${text}\n`) + kept;
    if (cell.result !== undefined)
      text = `${below(text)}${resultMarks.open}\n\n${cell.result.trim()}\n\n${resultMarks.close}\n`;
  }
  return text;
}

/** Lines in which a fence is not closed can only stand at the end. */
function ownLines(source: string, next: WrittenCell | undefined): string | null {
  return next !== undefined && isOpen(source) ? null : source;
}

/** Text that ends with an empty line, or is empty. */
function below(text: string): string {
  if (text === '' || /\n\r?\n$/u.test(text)) return text;
  return `${text}${text.endsWith('\n') ? '' : '\n'}\n`;
}

function isWhole(text: string): boolean {
  return text === '' || text.endsWith('\n');
}

function headOf(title: string, head: string | null): string {
  if (head === '') return '';
  if (head === null) return `---\n${stringify({ scenefield: 'notebook', title })}---\n`;
  const [start = ''] = /^---\r?\n/u.exec(head) ?? [];
  const document = parseDocument(head.slice(start.length).replace(/---\r?\n?$/u, ''));
  const own: unknown = isMap(document.contents) ? document.get('title', true) : undefined;
  const told = stringify(title).trimEnd();
  if (!isScalar(own) || !own.range)
    return isMap(document.contents) ? `${start}title: ${told}\n${head.slice(start.length)}` : head;
  const [from, to] = own.range;
  return own.value === title
    ? head
    : `${head.slice(0, start.length + from)}${told}${head.slice(start.length + to)}`;
}

function block({ input, name }: WrittenCell, isAfterProse: boolean): string {
  if (input.kind === 'prose') {
    const marked = isAfterProse || input.text === '' ? `${proseMark}\n${input.text}` : input.text;
    if (isSame(`${marked}\n`, { input, name }) && !isOpen(marked)) return marked.trimEnd();
  }
  const field = wordsOf(input.kind);
  const words = field === null ? '' : String(Reflect.get(input, field));
  const line = fenceLine(input, name);
  const fence = fenceFor(words, line);
  return [`${fence}${line}`, ...(words === '' ? [] : [words]), fence].join('\n');
}

/** Longer than any in the words; of waves where the line itself has ticks, which Markdown does not allow. */
function fenceFor(words: string, line: string): string {
  const sign = line.includes('`') ? '~' : '`';
  const runs = words.match(sign === '`' ? /`+/gu : /~+/gu) ?? [];
  return sign.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}

/** It is read back as this one cell and nothing else. */
function isSame(source: string, { input, name }: Pick<WrittenCell, 'input' | 'name'>): boolean {
  const read = readFile(`\n${source}`);
  if ('problems' in read || read.file.head !== '') return false;
  const [only, ...more] = read.file.cells;
  return (
    only !== undefined &&
    more.length === 0 &&
    only.name === name &&
    JSON.stringify(only.input) === JSON.stringify(input)
  );
}

/** A fence or comment in it is not closed: it would take in what follows. */
function isOpen(text: string): boolean {
  const after = readFile(`\n${text.replace(/\n$/u, '')}\n\n\`\`\`scenefield search\nx\n\`\`\`\n`);
  return 'problems' in after || after.file.cells.length !== 2;
}
