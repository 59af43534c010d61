/**
 * Our own writer for the few forms that a pack uses: the same value gives the same bytes whatever the YAML library's version does.
 * Read back by YAML 1.2 core every scalar is the value it was.
 */

/** Starts with a letter and holds nothing that YAML could take for syntax; also inside `{}` and `[]`. */
const plain = /^\p{L}(?:[\p{L}\p{N} _./()«»–—-]|:(?=[\p{L}\p{N}]))*$/u;
const reserved = new Set(['true', 'false', 'null']);
/** Characters that YAML would alter or refuse in a block: carriage returns, controls, other line ends, marks, halves of pairs. */
const unsafeInBlock = /[^\P{Cc}\n\t]|[\u0085\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

export function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return Object.is(value, -0) ? '0' : String(value);
  const isPlain =
    plain.test(value) && !value.endsWith(' ') && !value.endsWith('-') && !reserved.has(value.toLowerCase());
  return isPlain ? value : quoted(value);
}

/** A text of several lines as a literal block under a key that stands at `indent` columns, else as one quoted line. */
export function textBlock(value: string, indent: number): string {
  const isBlock =
    value.includes('\n') &&
    !unsafeInBlock.test(value) &&
    !/\n[\t ]*$/.test(value.replace(/\n+$/, '')) &&
    value.trim() !== '';
  if (!isBlock) return scalar(value);
  const content = value.replace(/\n+$/, '');
  const ends = value.length - content.length;
  const chomp = ends === 0 ? '-' : ends === 1 ? '' : '+';
  const pad = ' '.repeat(indent + 2);
  const indicator = /^[ \n]/.test(content) ? '2' : '';
  const lines = content.split('\n').map((line) => (line === '' ? '' : pad + line));
  return `|${indicator}${chomp}\n${lines.join('\n')}${'\n'.repeat(Math.max(ends - 1, 0))}`;
}

/** One line: `{start: 1, end: 5}`. */
export function flowMap(entries: readonly (readonly [string, string | number])[]): string {
  return `{${entries.map(([key, value]) => `${key}: ${scalar(value)}`).join(', ')}}`;
}

export function flowList(values: readonly (string | number)[]): string {
  return `[${values.map(scalar).join(', ')}]`;
}

/** JSON's escapes are YAML's too; the rest of what a YAML reader may not print is escaped as well. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
