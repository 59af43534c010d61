import { type Finding, finding, type Span } from './problem.ts';

/** What an editor colours and the parser reads. Between two tokens there is only space. */
export interface Token extends Span {
  type:
    | 'scene'
    | 'text'
    | 'concept'
    | 'number'
    | 'name'
    | 'operator'
    | 'open'
    | 'close'
    | 'comma'
    | 'unknown';
  /** the name without its marks, the number as written, the operator in its plain form */
  value: string;
}

const space = /\s+/y;
/** Each way to write a token, tried in this order; the group is its value. A line's end closes what was left open. */
const shapes: readonly { type: Token['type']; pattern: RegExp; unclosed?: RegExp }[] = [
  { type: 'scene', pattern: /\[\[([^\]\n]*)\]\]/y, unclosed: /\[\[?([^\]\n]*)\]?/y },
  { type: 'concept', pattern: /#"((?:[^"\\\n]|\\.)*)"|#([\p{L}\p{N}_/-]*)/uy },
  {
    type: 'text',
    pattern: /"((?:[^"\\\n]|\\.)*)"|«([^»\n]*)»|[“„]([^”“\n]*)[”“]/uy,
    unclosed: /["«“„]([^\n]*)/y,
  },
  { type: 'number', pattern: /(\d+(?:\.\d+)?)/y },
  { type: 'name', pattern: /([\p{L}_][\p{L}\p{M}\p{N}_]*)/uy },
  { type: 'operator', pattern: /([+*×·−–-])/uy },
  { type: 'open', pattern: /(\()/y },
  { type: 'close', pattern: /(\))/y },
  { type: 'comma', pattern: /([,;])/y },
];
const plainSigns: Readonly<Record<string, string>> = { '×': '*', '·': '*', '−': '-', '–': '-' };
const named: ReadonlySet<Token['type']> = new Set(['scene', 'text', 'concept']);

/** Reads any text whole: what is no token of the language becomes `unknown` and is told. */
export function readTokens(text: string): { tokens: Token[]; findings: Finding[] } {
  const tokens: Token[] = [];
  const findings: Finding[] = [];
  let at = 0;
  while (at < text.length) {
    const gap = matchAt(space, text, at);
    if (gap) {
      at += gap[0].length;
      continue;
    }
    const token = readToken(text, at, findings);
    tokens.push(token);
    at = token.end;
  }
  return { tokens, findings };
}

function readToken(text: string, start: number, findings: Finding[]): Token {
  for (const { type, pattern, unclosed } of shapes) {
    const whole = matchAt(pattern, text, start);
    const match = whole ?? (unclosed && matchAt(unclosed, text, start));
    if (!match) continue;
    const token = { type, start, end: start + match[0].length, value: valueOf(type, match) };
    if (!whole) findings.push(finding(token, type === 'scene' ? 'scene_unclosed' : 'text_unclosed'));
    else if (named.has(type) && token.value === '') findings.push(finding(token, 'name_empty'));
    return token;
  }
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const token: Token = { type: 'unknown', start, end: start + sign.length, value: sign };
  findings.push(finding(token, 'unknown_sign', { sign }));
  return token;
}

function valueOf(type: Token['type'], match: RegExpExecArray): string {
  const value = match.slice(1).find((group) => group !== undefined) ?? '';
  if (type === 'operator') return plainSigns[value] ?? value;
  if (!named.has(type)) return value;
  return value.replace(/\\(.)/g, type === 'scene' ? '$&' : '$1').trim();
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
