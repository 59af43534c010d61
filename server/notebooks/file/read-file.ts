import { isMap, parseDocument } from 'yaml';
import type { CellInput } from '../../../graph-schema/views/notebook-view.ts';
import { type FenceLine, inputOf, mark, readFenceLine } from './fence-line.ts';
import type { FileProblem } from './file-problem.ts';

/** A cell as a file has it. `source`: its lines there, with what stands before them; all of them after the head are the file. */
export interface FileCell {
  name: string | null;
  input: CellInput;
  source: string;
}

export interface NotebookFile {
  /** from the head, else from the first heading */
  title: string | null;
  /** the file's properties with their lines; '' where it has none */
  head: string;
  cells: FileCell[];
}

export type ReadFile = { file: NotebookFile } | { problems: FileProblem[] };

/** On a line of its own: here a cell of text begins. */
export const proseMark = '<!-- cell -->';
/** What stands between these was written by a run and is no part of the notebook. */
export const resultMarks = { open: '<!-- result -->', close: '<!-- /result -->' } as const;

/** UTF-16 units. */
const longest = 4_000_000;

/** Reads a notebook's file: Markdown in which fences marked `scenefield` are cells and everything else is text. Nothing is run. */
export function readFile(text: string): ReadFile {
  if (text.length > longest)
    return { problems: [{ line: 1, column: 1, code: 'file_too_long', values: { most: longest } }] };
  const lines = text.replace(/^\uFEFF/u, '').match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  const head = readHead(lines);
  if ('problem' in head) return { problems: [head.problem] };
  const reader = createReader(lines, head.length);
  const { cells, problems } = reader();
  if (problems.length > 0) return { problems };
  const title = head.title ?? headingOf(cells);
  return { file: { title, head: lines.slice(0, head.length).join(''), cells } };
}

/** The properties at the top, `---` above and below. */
function readHead(
  lines: readonly string[],
): { length: number; title: string | null } | { problem: FileProblem } {
  if (bare(lines[0] ?? '') !== '---') return { length: 0, title: null };
  const end = lines.findIndex((line, at) => at > 0 && bare(line) === '---');
  if (end < 0) return { length: 0, title: null };
  const document = parseDocument(lines.slice(1, end).join(''));
  const [error] = document.errors;
  if (error) {
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
    return {
      problem: {
        line: line + 1,
        column: col,
        code: 'head_wrong',
        values: { detail: error.message.split('\n')[0] ?? '' },
      },
    };
  }
  const title: unknown = isMap(document.contents) ? document.get('title') : undefined;
  return { length: end + 1, title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null };
}

function headingOf(cells: readonly FileCell[]): string | null {
  for (const { input } of cells) {
    const heading = input.kind === 'prose' ? /^#\s+(.+?)\s*#*$/mu.exec(input.text)?.[1] : undefined;
    if (heading !== undefined) return heading;
  }
  return null;
}

interface Fence {
  sign: string;
  length: number;
  info: string;
  /** where `info` begins, from 1 */
  column: number;
}

/** Goes down the lines once and cuts them into cells. */
function createReader(lines: readonly string[], from: number) {
  const cells: FileCell[] = [];
  const problems: FileProblem[] = [];
  let at = from;
  /** lines of the text that is being gathered, and blank ones that belong to what follows */
  let gathered: string[] = [];
  let isExplicit = false;

  function flush(): void {
    const source = gathered.join('');
    const text = proseOf(isExplicit ? source.slice(source.indexOf(proseMark) + proseMark.length) : source);
    if (text === '' && !isExplicit) return;
    cells.push({ name: null, input: { kind: 'prose', text }, source });
    gathered = [];
    isExplicit = false;
  }

  function take(count: number): void {
    gathered.push(...lines.slice(at, at + count));
    at += count;
  }

  function takeCell(fence: Fence): void {
    const line = at + 1;
    const end = closing(lines, at, fence);
    const told = (problem: Omit<FileProblem, 'line'>, below = 0) =>
      problems.push({ line: line + below, ...problem });
    if (end < 0) {
      told({ column: 1, code: 'fence_open', values: { fence: fence.sign.repeat(fence.length) } });
      return take(lines.length - at);
    }
    flush();
    const words = lines
      .slice(at + 1, end)
      .map(bare)
      .join('\n');
    const read = readFenceLine(fence.info, fence.column);
    if ('problem' in read) told(read.problem);
    else addCell(read, words, { end, told });
    at = end + 1;
  }

  function addCell(
    read: FenceLine,
    words: string,
    { end, told }: { end: number; told: (problem: Omit<FileProblem, 'line'>, below?: number) => void },
  ): void {
    const made = inputOf(read, words);
    if ('problem' in made) return told(made.problem, made.problem.code === 'words_not_taken' ? 1 : 0);
    const source = [...gathered, ...lines.slice(at, end + 1)].join('');
    gathered = [];
    cells.push({ name: read.name, input: made.input, source });
  }

  return () => {
    while (at < lines.length) {
      const line = lines[at] ?? '';
      const fence = fenceIn(line);
      if (fence && new RegExp(`^${mark}(\\s|$)`, 'u').test(fence.info)) takeCell(fence);
      else if (fence) take(Math.max(1, closingOrEnd(lines, at, fence) - at + 1));
      else if (bare(line).trim() === proseMark) {
        flush();
        isExplicit = true;
        take(1);
      } else if (bare(line).trim() === resultMarks.open) at = afterResult(lines, at);
      else if (/^ {0,3}<!--/u.test(line) && !line.includes('-->')) take(commentLength(lines, at));
      else take(1);
    }
    flush();
    // blank lines at the end belong to the last cell
    const last = cells.at(-1);
    if (last) last.source += gathered.join('');
    return { cells, problems };
  };
}

function bare(line: string): string {
  return line.replace(/\r?\n$/u, '').replace(/\r$/u, '');
}

function proseOf(source: string): string {
  return source
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();
}

function fenceIn(line: string): Fence | null {
  const [, indent = '', ticks = '', gap = '', info = ''] =
    /^( {0,3})(`{3,}|~{3,})([ \t]*)(.*?)\s*$/su.exec(bare(line)) ?? [];
  if (ticks === '' || (ticks.startsWith('`') && info.includes('`'))) return null;
  return {
    sign: ticks.charAt(0),
    length: ticks.length,
    info,
    column: indent.length + ticks.length + gap.length + 1,
  };
}

/** The line that closes this fence; -1: none does. */
function closing(lines: readonly string[], from: number, { sign, length }: Fence): number {
  const end = new RegExp(`^ {0,3}${sign}{${length},}\\s*$`, 'u');
  return lines.findIndex((line, at) => at > from && end.test(bare(line)));
}

function closingOrEnd(lines: readonly string[], from: number, fence: Fence): number {
  const end = closing(lines, from, fence);
  return end < 0 ? lines.length - 1 : end;
}

function afterResult(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, at) => at > from && bare(line).trim() === resultMarks.close);
  // the blank line that a run wrote after it goes, too
  const next = end < 0 ? from + 1 : end + 1;
  return end >= 0 && bare(lines[next] ?? 'x').trim() === '' ? next + 1 : next;
}

function commentLength(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, at) => at > from && line.includes('-->'));
  return (end < 0 ? lines.length - 1 : end) - from + 1;
}
