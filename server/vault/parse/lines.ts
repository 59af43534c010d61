/** One line of a note. Offsets are UTF-16 into the note's text. */
export interface Line {
  start: number;
  /** first character after the quote marks */
  content: number;
  /** first character after quote marks and white space; equals `end` on a blank line */
  text: number;
  /** without the line ending */
  end: number;
  next: number;
  /** quote marks before it */
  depth: number;
  /** columns of white space after the quote marks; a tab goes to the next multiple of four */
  indent: number;
}

const space = 0x20;
const tab = 0x09;
const quote = 0x3e;

/** Lines from `from` to the end of the text. A list's `-` before a quote mark is not looked behind. */
export function readLines(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? text.length : feed;
    if (end > start && text.charCodeAt(end - 1) === 0x0d) end -= 1;
    lines.push(readLine(text, start, end, next));
    start = next;
  }
  return lines;
}

function readLine(text: string, start: number, end: number, next: number): Line {
  let content = start;
  let depth = 0;
  for (;;) {
    let mark = content;
    while (mark < content + 3 && text.charCodeAt(mark) === space) mark += 1;
    if (mark >= end || text.charCodeAt(mark) !== quote) break;
    depth += 1;
    content = mark + 1;
    if (content < end && text.charCodeAt(content) === space) content += 1;
  }
  const white = skipWhite(text, content, end);
  return { start, content, text: white.text, end, next, depth, indent: white.indent };
}

/** Where white space from `from` ends, and how many columns it takes. */
export function skipWhite(text: string, from: number, end: number): { text: number; indent: number } {
  let at = from;
  let indent = 0;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === tab) indent += 4 - (indent % 4);
    else if (code === space) indent += 1;
    else break;
  }
  // other white space (no-break, form feed) on an otherwise empty line still makes it blank
  if (at < end && text.charCodeAt(at) > 0x7f && text.slice(at, end).trim() === '') at = end;
  return { text: at, indent };
}
