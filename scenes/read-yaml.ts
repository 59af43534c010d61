import {
  Lexer,
  LineCounter,
  type Document,
  type Pair,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import {
  type PackPath,
  type PackProblem,
  type PackProblemCode,
  type PackProblemValues,
  describeProblem,
} from './pack-problem.ts';

/** UTF-16 units. Larger files are refused unread. */
export const maxPackLength = 64 * 1024 * 1024;
/** A pack nests at most five collections (`links[].evidence[]` in flow style); more is an attack or a mistake. */
const maxDepth = 16;
/** Columns; a structure indented deeper than this nests too much. */
const maxIndent = 64;

export interface YamlFile {
  document: Document.Parsed;
  value: unknown;
  problemAt(path: PackPath, code: PackProblemCode, values?: PackProblemValues): PackProblem;
}

export type YamlRead = { file: YamlFile } | { problems: PackProblem[] };

/**
 * Reads YAML 1.2 as plain data with places. Tokens are looked at before anything is built from them, so that nesting and aliases
 * cost nothing; aliases are no part of the format.
 */
export function readYaml(text: string): YamlRead {
  const lines = new LineCounter();
  const at = (offset: number, code: PackProblemCode, values: PackProblemValues = {}): PackProblem => {
    const { line, col } = lines.linePos(offset);
    return {
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      code,
      values: { ...values },
      message: describeProblem(code, values),
    };
  };
  if (text.length > maxPackLength)
    return { problems: [at(0, 'too_large', { length: text.length, max: maxPackLength })] };

  const hostile = findHostileToken(text);
  if (hostile) {
    countLines(text, hostile.offset, lines);
    return { problems: [at(hostile.offset, hostile.code, hostile.values)] };
  }

  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0)
    return {
      problems: document.errors
        .slice(0, 20)
        .map((error) => at(error.pos[0], 'not_yaml', { detail: error.code })),
    };
  return {
    file: {
      document,
      value: document.toJS({ maxAliasCount: 0 }) as unknown,
      problemAt: (path, code, values) => at(offsetOf(document, path), code, values),
    },
  };
}

/** Walks the tokens until one shows that the rest must not be parsed. Linear, and stops at the first. */
function findHostileToken(
  text: string,
): { offset: number; code: PackProblemCode; values: PackProblemValues } | null {
  let offset = 0;
  let depth = 0;
  let dashes = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (isText) {
      isText = false;
      offset += token.length;
      continue;
    }
    if (token === flowEndMark || token === documentMark) continue;
    if (token === scalarMark) {
      isText = true;
      continue;
    }
    if (/^[&*]./.test(token)) return { offset, code: 'alias', values: { name: token.slice(1, 50) } };
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === '\n' || token === '\r\n') dashes = 0;
    else if (token === '-' || token === '?') dashes += 1;
    const isDeepIndent = token.length > maxIndent && text[offset - 1] === '\n' && /^ +$/.test(token);
    if (depth > maxDepth || dashes > maxDepth || isDeepIndent)
      return { offset, code: 'nested_too_deep', values: { max: maxDepth } };
    offset += token.length;
  }
  return null;
}

/** Marks that the lexer puts in, without characters of their own; the scalar's stands before its text. */
const documentMark = '\u0002';
const flowEndMark = '\u0018';
const scalarMark = '\u001f';

function countLines(text: string, until: number, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1))
    lines.addNewLine(at + 1);
}

/** Where a path stands in the file: its key where it has one, else its value, else the nearest parent that is there. */
function offsetOf(document: Document.Parsed, path: PackPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const child = childOf(node, step);
    if (child === undefined) return offset;
    offset = startOf(isPair(child) ? child.key : child) ?? offset;
    node = isPair(child) ? child.value : child;
  }
  return offset;
}

function childOf(node: unknown, step: PropertyKey): Pair | unknown {
  if (isMap(node))
    return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
  if (isSeq(node) && typeof step === 'number') return node.items[step];
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
