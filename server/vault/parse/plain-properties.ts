/** One value of a property: as YAML's core schema has it, as a string; null for none. Offsets into the YAML, quotes included. */
export interface PropertyValue {
  value: string | null;
  start: number;
  end: number;
}

/** By name, as written: one value, a list's values, or null for what is neither. */
export type Properties = Map<string, PropertyValue | PropertyValue[] | null>;

const key = /([\p{L}_][\p{L}\p{N}_ -]{0,99}):(?: +|(?=\r?$))/uy;
const item = /( *)-(?: +|(?=\r?$))/y;
const blank = / *\r?$/y;

/** A string on one line that YAML reads as it stands, between quotes or without, and numbers and dates that it writes as they were. */
const words = String.raw`\p{L}(?:[^:#\p{C}\p{Z}]|(?<=[^\p{Z}])#|:(?=[^\p{C}\p{Z}])| +(?=[^#\p{C}\p{Z}]))*`;
const figures = String.raw`(?:0|[1-9]\d{0,14}|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)`;
const scalar = new RegExp(`(?:"([^"\\\\\\p{C}]*)"|'([^'\\p{C}]*)'|(${words}|${figures}))(?= *\\r?$)`, 'uy');
const entry = String.raw`\p{L}[^,[\]{}:#"'\p{C}]*`;
const flow = new RegExp(`\\[ *((?:${entry}(?:, *${entry})*)?)\\](?= *\\r?$)`, 'uy');
/** YAML writes these anew. */
const rewritten = new Set(['True', 'TRUE', 'False', 'FALSE', 'null', 'Null', 'NULL']);

/**
 * Properties in the plain form that nearly every note has: `name: value`, and lists of values. Null for anything else, which YAML's own parser
 * must read; what this gives is what that would.
 */
export function readPlainProperties(yaml: string): Properties | null {
  const properties: Properties = new Map();
  let list: { indent: number; values: PropertyValue[] } | null = null;
  let open: string | null = null;
  let at = 0;
  for (const line of yaml.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (matchAt(blank, line, 0)) continue;
    const named = matchAt(key, line, 0);
    if (named) {
      const name = named[1] ?? '';
      if (name.endsWith(' ') || properties.has(name)) return null;
      const value = readValue(line, { from: named[0].length, start });
      if (value === undefined) return null;
      properties.set(name, value);
      open = !Array.isArray(value) && value.value === null ? name : null;
      list = null;
      continue;
    }
    const listed = open === null ? null : matchAt(item, line, 0);
    if (!listed || open === null) return null;
    const value = readOne(line, { from: listed[0].length, start });
    const indent = (listed[1] ?? '').length;
    list ??= { indent, values: [] };
    if (!value || list.indent !== indent) return null;
    list.values.push(value);
    properties.set(open, list.values);
  }
  return properties;
}

interface Place {
  /** in the line */
  from: number;
  /** of the line in the YAML */
  start: number;
}

/** Undefined for what is not plain. */
function readValue(line: string, place: Place): PropertyValue | PropertyValue[] | undefined {
  const { from, start } = place;
  if (line[from] !== '[') return readOne(line, place);
  const found = matchAt(flow, line, from);
  if (!found) return undefined;
  const values: PropertyValue[] = [];
  let at = start + from + found[0].indexOf(found[1] ?? '', 1);
  for (const part of found[1] === '' ? [] : (found[1] ?? '').split(',')) {
    const value = part.trim();
    if (rewritten.has(value) || /\S\s{2}|[\p{Z}](?<! )/u.test(value)) return undefined;
    const begins = at + part.indexOf(value);
    values.push({ value, start: begins, end: begins + value.length });
    at += part.length + 1;
  }
  return values;
}

function readOne(line: string, { from, start }: Place): PropertyValue | undefined {
  if (matchAt(blank, line, from)) return { value: null, start: start + from, end: start + from };
  const found = matchAt(scalar, line, from);
  if (!found) return undefined;
  const [whole, double, single, plain] = found;
  if (plain !== undefined && rewritten.has(plain)) return undefined;
  return {
    value: double ?? single ?? plain ?? '',
    start: start + from,
    end: start + from + whole.length,
  };
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
