import {
  CellInput,
  cellName,
  type InputKind,
  inputKinds,
} from '../../../graph-schema/views/notebook-view.ts';
import { wordsOf } from '../cells/cell-kinds.ts';
import type { FileProblem } from './file-problem.ts';

/** `scenefield KIND $name option=value option="with spaces"`: what stands after a cell's opening fence. */
export const mark = 'scenefield';

type Option = { key: string; value: string; column: number };
type Told = Omit<FileProblem, 'line'>;

export interface FenceLine {
  kind: InputKind;
  name: string | null;
  options: Option[];
}

const piece =
  /(?<name>\$\S*)|(?<key>[^\s=$"]+)=(?:(?<quoted>"(?:[^"\\]|\\.)*")|(?<bare>[^\s"]*))(?=\s|$)|(?<other>\S+)/gu;

/** `column`: where `info` begins in its line. */
export function readFenceLine(info: string, column: number): FenceLine | { problem: Told } {
  const after = info.slice(mark.length);
  const [, gap = '', kindWord = ''] = /^(\s*)(\S*)/u.exec(after) ?? [];
  const kindAt = column + mark.length + gap.length;
  const kinds = inputKinds.join(', ');
  if (kindWord === '') return { problem: { column: kindAt, code: 'kind_missing', values: { kinds } } };
  const kind = inputKinds.find((known) => known === kindWord);
  if (kind === undefined)
    return { problem: { column: kindAt, code: 'kind_unknown', values: { kind: kindWord, kinds } } };
  let name: string | null = null;
  const options: Option[] = [];
  const rest = after.slice(gap.length + kindWord.length);
  for (const { 0: whole, index, groups } of rest.matchAll(piece)) {
    const at = kindAt + kindWord.length + index;
    if (groups?.['name'] !== undefined) {
      const written = whole.slice(1).normalize('NFC');
      if (!cellName.test(written) || name !== null)
        return { problem: { column: at, code: 'name_wrong', values: { name: whole } } };
      name = written;
    } else if (groups?.['key'] !== undefined) {
      const { key, quoted, bare } = groups;
      if (options.some((each) => each.key === key))
        return { problem: { column: at, code: 'option_twice', values: { key } } };
      const value = quoted === undefined ? (bare ?? '') : unquoted(quoted);
      if (value === null) return { problem: { column: at, code: 'option_unclear', values: { text: whole } } };
      options.push({ key, value, column: at });
    } else return { problem: { column: at, code: 'option_unclear', values: { text: whole } } };
  }
  return { kind, name, options };
}

function unquoted(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return null;
  }
}

/** The input that a fence's line and the words below it make. `column`s of problems are the options' own. */
export function inputOf(
  { kind, options }: FenceLine,
  words: string,
): { input: CellInput } | { problem: Told } {
  const field = wordsOf(kind);
  const fresh: Record<string, unknown> = CellInput.parse({ kind });
  const known = optionNames(fresh, field);
  const given: Record<string, unknown> = { kind };
  if (field !== null) given[field] = words;
  else if (words.trim() !== '') return { problem: { column: 1, code: 'words_not_taken', values: { kind } } };
  for (const { key, value, column } of options) {
    if (!known.includes(key))
      return {
        problem: { column, code: 'option_unknown', values: { key, kind, options: known.join(', ') } },
      };
    given[key] = valueOf(value, fresh[key]);
  }
  const input = CellInput.safeParse(given);
  if (input.success) return { input: input.data };
  const key = String(input.error.issues[0]?.path[0] ?? '');
  const wrong = options.find((option) => option.key === key);
  return {
    problem: {
      column: wrong?.column ?? 1,
      code: 'option_wrong',
      values: { key, value: (wrong?.value ?? words).slice(0, 80) },
    },
  };
}

export function optionNames(fresh: Record<string, unknown>, words: string | null): string[] {
  return Object.keys(fresh).filter((key) => key !== 'kind' && key !== words);
}

/** As the option's own default is: a number, yes or no, a text. */
function valueOf(text: string, like: unknown): unknown {
  if (typeof like === 'number') return text.trim() === '' ? text : Number(text);
  if (typeof like === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The line of a cell: options that are as they come are left out. */
export function fenceLine(input: CellInput, name: string | null): string {
  const fresh: Record<string, unknown> = CellInput.parse({ kind: input.kind });
  const own: Record<string, unknown> = input;
  const options = optionNames(fresh, wordsOf(input.kind))
    .filter((key) => own[key] !== fresh[key])
    .map((key) => `${key}=${written(own[key])}`);
  return [mark, input.kind, ...(name === null ? [] : [`$${name}`]), ...options].join(' ');
}

function written(value: unknown): string {
  const text = String(value);
  return /^[^\s"=`\\]+$/u.test(text) ? text : JSON.stringify(text);
}
