import { type Finding, finding } from './problem.ts';
import { createCursor, type TokenCursor } from './token-cursor.ts';
import { readTokens, type Token } from './tokens.ts';
import type { Operator, Tree } from './tree.ts';

export interface ParsedFormula {
  tree: Tree;
  tokens: Token[];
  findings: Finding[];
}

/** UTF-16 units; a formula is a line, not a book. */
export const longestFormula = 4000;
const mostDepth = 60;

/**
 * The grammar, for the evaluator and for editors alike:
 *
 *     formula  = sum
 *     sum      = product { ("+" | "-") product }
 *     product  = factor { "*" factor }
 *     factor   = "-" factor | [[scene]] | "text" | #concept | number | name | name "(" [ sum { "," sum } ] ")" | "(" sum ")"
 *
 * Any text gives a tree: what is missing is told with its place and becomes `broken`, and reading goes on behind it.
 */
export function parseFormula(text: string): ParsedFormula {
  const nothing: Tree = { type: 'broken', parts: [], start: 0, end: text.length };
  const failed = (found: Finding): ParsedFormula => ({ tree: nothing, tokens: [], findings: [found] });
  if (text.length > longestFormula) {
    const values = { length: text.length, most: longestFormula };
    return failed(finding({ start: longestFormula, end: text.length }, 'too_long', values));
  }
  const { tokens, findings } = readTokens(text);
  if (tokens.length === 0) return failed(finding({ start: 0, end: 0 }, 'nothing_written'));
  return { tree: readWhole(createCursor(tokens, text.length, findings)), tokens, findings };
}

function readWhole(cursor: TokenCursor): Tree {
  const parts = [readSum(cursor, 0)];
  for (let token = cursor.peek(); token; token = cursor.peek()) {
    if (token.type === 'close') cursor.tell(token, 'bracket_extra');
    else if (token.type !== 'unknown') cursor.tell(token, 'operator_expected');
    // a strange sign most often stands where a sign belongs
    if (['unknown', 'close', 'comma'].includes(token.type)) cursor.skip();
    if (cursor.peek() && token.type !== 'close') parts.push(readSum(cursor, 0));
  }
  const [whole, ...more] = parts;
  return whole && more.length === 0 ? whole : { type: 'broken', parts, start: 0, end: cursor.end.end };
}

function readSum(cursor: TokenCursor, depth: number): Tree {
  let left = readProduct(cursor, depth);
  for (let sign = cursor.takeIf('operator', '+', '-'); sign; sign = cursor.takeIf('operator', '+', '-'))
    left = operation(sign, left, readProduct(cursor, depth));
  return left;
}

function readProduct(cursor: TokenCursor, depth: number): Tree {
  let left = readFactor(cursor, depth);
  for (let sign = cursor.takeIf('operator', '*'); sign; sign = cursor.takeIf('operator', '*'))
    left = operation(sign, left, readFactor(cursor, depth));
  return left;
}

function readFactor(cursor: TokenCursor, depth: number): Tree {
  const token = cursor.peek() ?? { ...cursor.end, type: 'unknown', value: '' };
  const { start, end } = token;
  if (depth >= mostDepth) {
    cursor.tell(token, 'nested_too_deep', { most: mostDepth });
    cursor.giveUp();
    return { type: 'broken', parts: [], start, end };
  }
  switch (token.type) {
    case 'scene':
    case 'text':
    case 'concept':
      cursor.skip();
      return { type: token.type, name: token.value, start, end };
    case 'number':
      cursor.skip();
      return { type: 'number', value: Number(token.value), start, end };
    case 'name':
      cursor.skip();
      return readNamed(cursor, token, depth);
    case 'open': {
      cursor.skip();
      const inner = readSum(cursor, depth + 1);
      return { ...inner, start, end: closeBracket(cursor, token) };
    }
    case 'operator': {
      cursor.skip();
      // any other sign is one too many: told, and passed over
      if (token.value !== '-') cursor.tell(token, 'operand_expected', { found: token.value });
      const of = readFactor(cursor, depth + 1);
      return token.value === '-'
        ? { type: 'negative', of, start, end: of.end }
        : { type: 'broken', parts: [of], start, end: of.end };
    }
    case 'unknown':
      // told by whoever read the signs; the text's end was not
      if (start === cursor.end.start) break;
      cursor.skip();
      return { type: 'broken', parts: [], start, end };
    default:
  }
  // a bracket or comma is left to whoever waits for it
  cursor.tell(token, 'operand_expected', { found: token.value });
  return { type: 'broken', parts: [], start, end: start };
}

function readNamed(cursor: TokenCursor, { start, end, value: name }: Token, depth: number): Tree {
  const open = cursor.takeIf('open');
  if (!open) return { type: 'name', name, start, end };
  const args: Tree[] = [];
  if (cursor.peek()?.type !== 'close') {
    do args.push(readSum(cursor, depth + 1));
    while (cursor.takeIf('comma'));
  }
  return { type: 'call', name, nameEnd: end, args, start, end: closeBracket(cursor, open) };
}

/** Where it ends. What stands before the closing bracket and should not is told once and passed over. */
function closeBracket(cursor: TokenCursor, open: Token): number {
  const stray = cursor.peek();
  if (stray && stray.type !== 'close' && stray.type !== 'unknown') cursor.tell(stray, 'operator_expected');
  for (let token = cursor.peek(); token && token.type !== 'close'; token = cursor.peek()) cursor.skip();
  const close = cursor.takeIf('close');
  if (!close) cursor.tell(open, 'bracket_unclosed');
  return close?.end ?? cursor.end.end;
}

function operation({ value }: Token, left: Tree, right: Tree): Tree {
  const operator = value as Operator;
  return { type: 'operation', operator, left, right, start: left.start, end: Math.max(left.end, right.end) };
}
