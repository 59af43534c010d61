/** Everything that can be wrong with a formula; the words and the hints are in `messages/LANGUAGE/formula.ts`. */
export const formulaProblemCodes = [
  // its signs
  'unknown_sign',
  'scene_unclosed',
  'text_unclosed',
  'name_empty',
  // its grammar
  'nothing_written',
  'operand_expected',
  'operator_expected',
  'bracket_unclosed',
  'bracket_extra',
  'too_long',
  'nested_too_deep',
  // its types
  'unknown_name',
  'brackets_missing',
  'unknown_function',
  'unknown_kind',
  'too_few_arguments',
  'too_many_arguments',
  'wrong_type',
  'cannot_combine',
  'number_outside',
  // what it names
  'scene_missing',
  'scene_ambiguous',
  'scene_without_place',
  'concept_missing',
  'concept_without_place',
  'region_missing',
  'text_without_model',
  'too_few_links',
  'names_itself',
] as const;
export type FormulaProblemCode = (typeof formulaProblemCodes)[number];

export type FormulaProblemValues = Readonly<Record<string, string | number>>;

/** A stretch of the formula's text, UTF-16. */
export interface Span {
  start: number;
  end: number;
}

/** A problem before its place is told by line. */
export interface Finding extends Span {
  code: FormulaProblemCode;
  values: FormulaProblemValues;
}

/** `line` and `column` count from 1, columns in UTF-16 units. */
export interface FormulaProblem extends Finding {
  line: number;
  column: number;
}

export function finding(
  { start, end }: Span,
  code: FormulaProblemCode,
  values: FormulaProblemValues = {},
): Finding {
  return { start, end, code, values };
}

/** More than these help nobody. */
const mostProblems = 20;

/** In the order of their places, each place once. */
export function placeFindings(text: string, findings: readonly Finding[]): FormulaProblem[] {
  const ordered = findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ordered
    .filter(({ start }, at) => start !== ordered[at - 1]?.start)
    .slice(0, mostProblems)
    .map((found) => {
      const before = text.slice(0, found.start);
      const lineStart = before.lastIndexOf('\n') + 1;
      return { ...found, line: before.split('\n').length, column: found.start - lineStart + 1 };
    });
}
