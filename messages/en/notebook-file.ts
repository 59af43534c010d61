/** What can be wrong with a notebook's file; each is shown with its line and column. */
export const notebookFile = {
  file_too_long: 'The file is longer than {most, number} signs.',
  head_wrong: 'The properties at the top are no YAML: {detail}',
  fence_open: 'This cell is not closed: {fence} is missing below it.',
  kind_missing: 'After scenefield stands the kind of the cell: {kinds}.',
  kind_unknown: 'There is no kind “{kind}”. There are: {kinds}.',
  name_wrong:
    'This is no name: {name}. A cell has one, of letters, figures and _, with no figure first: $thoughts.',
  option_unclear: 'This is not clear: {text}. Options are written key=value, with spaces key="two words".',
  option_unknown: 'A cell of this kind ({kind}) has no option {key}. It has: {options}.',
  option_twice: '{key} stands here twice.',
  option_wrong: '{key} cannot be “{value}”.',
  words_not_taken: 'A cell of this kind ({kind}) takes no words, only options in its first line.',
};
