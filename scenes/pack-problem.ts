/** Everything that can be wrong with a pack; the words are in `messages/LANGUAGE/packs.ts`. */
export const packProblemCodes = [
  'not_yaml',
  'alias',
  'nested_too_deep',
  'too_large',
  'newer',
  'unknown_field',
  'missing_field',
  'wrong_type',
  'not_one_of',
  'bad_value',
  'duplicate_id',
  'dangling',
  'cycle',
  'two_texts',
  'span_outside',
  'outside_passage',
  'quote_differs',
  'digest_differs',
] as const;
export type PackProblemCode = (typeof packProblemCodes)[number];

export type PackProblemValues = Readonly<Record<string, string | number>>;

/** A step into a pack: `['links', 3, 'evidence', 0, 'quote']`. */
export type PackPath = readonly PropertyKey[];

/** A problem before it has a place in a file. */
export interface Finding {
  path: PackPath;
  code: PackProblemCode;
  values: PackProblemValues;
}

/** `line` and `column` count from 1. `message` is English and meant for logs; people read the words of `code`. */
export interface PackProblem {
  line: number;
  column: number;
  code: PackProblemCode;
  values: Record<string, string | number>;
  message: string;
}

/** `links[3].evidence[0].quote` */
export function showPath(path: PackPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

export function describeProblem(code: PackProblemCode, values: PackProblemValues): string {
  const details = Object.entries(values).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [code.replaceAll('_', ' '), ...details].join(', ');
}
