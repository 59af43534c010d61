import type { Line } from './lines.ts';

export type BlockStart =
  | { type: 'rule' }
  | { type: 'text' }
  | { type: 'item'; width: number }
  | { type: 'heading'; level: number; text: number }
  | { type: 'definition'; id: string; text: number }
  | { type: 'reference' }
  | { type: 'callout'; text: number }
  | {
      type: 'verbatim';
      block: 'code' | 'html' | 'comment' | 'math';
      /** null: ends on its own line. Else asked for each following line. */
      closes: ((line: Line) => 'no' | 'with' | 'before') | null;
    };

interface Where {
  /** content column of the list item it stands in, 0 outside */
  base: number;
  /** a paragraph is open above it */
  interrupts: boolean;
  /** the paragraph stands in an item or quote that this line is not in: then a list may begin with any number */
  isOutside?: boolean;
}

const item = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const fence = /^(`{3,}|~{3,})([^\n]*)$/;
const heading = /^(#{1,6})(?:[ \t]+|$)/;
const definition = /^\[\^([^\]\s]+)\]:[ \t]*/;
const reference = /^\[(?!\^)(?:[^\]\\]|\\.)+\]:[ \t]*\S/;
const callout = /^\[!([^\]]+)\][+-]?[ \t]*/;
const htmlWord =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;
const htmlRaw = /^<(script|pre|style|textarea)(?:[\s>]|$)/i;
const htmlAlone = /^<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>\s*$/i;

/** Lines longer than this are looked at by their beginning only: a block's mark stands there. */
const longestMark = 4_000;

/** What block a line starts, null when it is plain words. */
export function blockStart(text: string, line: Line, where: Where): BlockStart | null {
  const rest = line.indent - where.base;
  if (rest >= 4) {
    return where.interrupts ? null : { type: 'verbatim', block: 'code', closes: indented(where.base) };
  }
  const words = text.slice(line.text, Math.min(line.end, line.text + longestMark)).trimEnd();
  switch (words[0]) {
    case '#':
      return headingStart(words, line);
    case '`':
    case '~':
      return fenceStart(text, words, where.base);
    case '[':
      return bracketStart(words, line, where);
    case '<':
      return htmlStart(text, words, where);
    case '$':
      return words.startsWith('$$') ? until(text, '$$', 'math', words.indexOf('$$', 2) !== -1) : null;
    case '%':
      return words.startsWith('%%') ? percentStart(text, words) : null;
    default:
      return listStart(words, where);
  }
}

export function isSetextMark(words: string): boolean {
  return /^(?:=+|-+)$/.test(words);
}

export function isTableRule(words: string): boolean {
  return words.includes('|') && /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(words);
}

function headingStart(words: string, line: Line): BlockStart | null {
  const found = heading.exec(words);
  if (!found) return null;
  return {
    type: 'heading',
    level: found[1]?.length ?? 1,
    text: Math.min(line.end, line.text + found[0].length),
  };
}

function fenceStart(text: string, words: string, base: number): BlockStart | null {
  const found = fence.exec(words);
  const mark = found?.[1] ?? '';
  if (!mark || (mark[0] === '`' && found?.[2]?.includes('`'))) return null;
  const end = new RegExp(`^${mark[0] === '`' ? '`' : '~'}{${mark.length},}[ \\t]*$`);
  return {
    type: 'verbatim',
    block: 'code',
    closes: (line) => {
      if (line.text < line.end && line.indent < base) return 'before';
      return line.end - line.text < longestMark && end.test(text.slice(line.text, line.end)) ? 'with' : 'no';
    },
  };
}

function bracketStart(words: string, line: Line, where: Where): BlockStart | null {
  const footnote = definition.exec(words);
  if (footnote) return { type: 'definition', id: footnote[1] ?? '', text: line.text + footnote[0].length };
  if (where.interrupts) return null;
  const titled = line.depth > 0 ? callout.exec(words) : null;
  if (titled) return { type: 'callout', text: Math.min(line.end, line.text + titled[0].length) };
  return reference.test(words) ? { type: 'reference' } : null;
}

function htmlStart(text: string, words: string, where: Where): BlockStart | null {
  if (words.startsWith('<!--')) return until(text, '-->', 'comment', words.includes('-->'));
  const raw = htmlRaw.exec(words);
  if (raw)
    return until(
      text,
      `</${(raw[1] ?? '').toLowerCase()}>`,
      'html',
      words.toLowerCase().includes(`</${(raw[1] ?? '').toLowerCase()}>`),
    );
  if (!htmlWord.test(words) && (where.interrupts || !htmlAlone.test(words))) return null;
  return { type: 'verbatim', block: 'html', closes: (line) => (line.text === line.end ? 'before' : 'no') };
}

/** `%% remark %% words` on one line is a paragraph with a remark in it. */
function percentStart(text: string, words: string): BlockStart | null {
  return words.indexOf('%%', 2) === -1 ? until(text, '%%', 'comment', false) : null;
}

function listStart(words: string, where: Where): BlockStart | null {
  if (rule.test(words)) return { type: 'rule' };
  const mark = item.exec(words);
  if (!mark) return null;
  const isEmpty = mark[0].length === words.length;
  if (where.interrupts && !where.isOutside && (isEmpty || (mark[1] !== undefined && Number(mark[1]) !== 1)))
    return null;
  return { type: 'item', width: mark[0].length };
}

function until(text: string, mark: string, block: 'html' | 'comment' | 'math', isDone: boolean): BlockStart {
  if (isDone) return { type: 'verbatim', block, closes: null };
  return {
    type: 'verbatim',
    block,
    closes: (line) => (text.slice(line.content, line.end).toLowerCase().includes(mark) ? 'with' : 'no'),
  };
}

function indented(base: number): (line: Line) => 'no' | 'before' {
  return (line) => (line.text === line.end || line.indent - base >= 4 ? 'no' : 'before');
}
