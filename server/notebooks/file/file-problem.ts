/** What can be wrong with a notebook's file; the words are in `messages/LANGUAGE/notebook-file.ts`. */
export const fileProblemCodes = [
  'file_too_long',
  'head_wrong',
  'fence_open',
  'kind_missing',
  'kind_unknown',
  'name_wrong',
  'option_unclear',
  'option_unknown',
  'option_twice',
  'option_wrong',
  'words_not_taken',
] as const;

/** `line` and `column` count from 1, columns in UTF-16 units. */
export interface FileProblem {
  line: number;
  column: number;
  code: (typeof fileProblemCodes)[number];
  values: Readonly<Record<string, string | number>>;
}
