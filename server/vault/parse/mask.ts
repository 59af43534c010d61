import type { Block } from './blocks.ts';

/** A stretch of text that is not read for links: code, a remark. Offsets into the note. */
export interface Hidden {
  start: number;
  end: number;
  reason: 'code' | 'comment' | 'math';
}

/**
 * A block's text at its own length, with quote marks, inline code, formulas and remarks blanked:
 * whatever is found in `text` at i stands in the note at `offset + i`.
 */
export interface Masked {
  text: string;
  offset: number;
  hidden: Hidden[];
}

const quoteMarks = /\n(?:[ \t]{0,3}>)+/g;

export function maskBlock(note: string, block: Block): Masked {
  const offset = block.text;
  let text = note.slice(offset, block.end);
  if (block.depth > 0 && text.includes('\n')) {
    text = text.replace(quoteMarks, (marks) => `\n${' '.repeat(marks.length - 1)}`);
  }
  const hidden: Hidden[] = [];
  if (text.includes('`')) text = blank(text, codeSpans(text), hidden, { offset, reason: 'code' });
  if (text.includes('<!--'))
    text = blank(text, between(text, '<!--', '-->'), hidden, { offset, reason: 'comment' });
  if (text.includes('%%'))
    text = blank(text, between(text, '%%', '%%'), hidden, { offset, reason: 'comment' });
  if (text.includes('$')) text = blank(text, formulas(text), hidden, { offset, reason: 'math' });
  return { text, offset, hidden };
}

function blank(
  text: string,
  spans: readonly [number, number][],
  hidden: Hidden[],
  as: { offset: number; reason: Hidden['reason'] },
): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    const words = text.slice(start, end);
    pieces.push(
      text.slice(at, start),
      words.includes('\n') ? words.replace(/[^\n]/g, ' ') : ' '.repeat(words.length),
    );
    hidden.push({ start: as.offset + start, end: as.offset + end, reason: as.reason });
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Runs of backticks of one length pair up; a backslash before an opening run takes its first mark away. Linear in the text. */
function codeSpans(text: string): [number, number][] {
  const runs = Array.from(text.matchAll(/`+/g), (found) => ({ start: found.index, length: found[0].length }));
  const byLength = new Map<number, number[]>();
  for (const [index, run] of runs.entries()) {
    const list = byLength.get(run.length);
    if (list) list.push(index);
    else byLength.set(run.length, [index]);
  }
  const next = new Map<number, number>();
  const spans: [number, number][] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run) break;
    const isEscaped = backslashesBefore(text, run.start) % 2 === 1;
    const length = isEscaped ? run.length - 1 : run.length;
    if (length === 0) continue;
    const list = byLength.get(length) ?? [];
    let pointer = next.get(length) ?? 0;
    while (pointer < list.length && (list[pointer] ?? 0) <= index) pointer += 1;
    next.set(length, pointer);
    const closing = list[pointer];
    const end = closing === undefined ? undefined : runs[closing];
    if (closing === undefined || !end) continue;
    spans.push([run.start + (isEscaped ? 1 : 0), end.start + end.length]);
    index = closing;
  }
  return spans;
}

export function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (at - count > 0 && text.charCodeAt(at - count - 1) === 0x5c) count += 1;
  return count;
}

function between(text: string, opening: string, closing: string): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = text.indexOf(opening); at !== -1;) {
    const close = text.indexOf(closing, at + opening.length);
    if (close === -1) break;
    spans.push([at, close + closing.length]);
    at = text.indexOf(opening, close + closing.length);
  }
  return spans;
}

/** `$…$` on one line as Obsidian reads it: no white space inside the marks, no digit after the closing one. */
function formulas(text: string): [number, number][] {
  const found = text.matchAll(
    /\$\$[^$]{1,2000}\$\$|(?<![\\$\w])\$(?![\s$])[^$\n]{0,500}(?<![\s\\])\$(?![\d$])/g,
  );
  return Array.from(found, (match) => [match.index, match.index + match[0].length]);
}
