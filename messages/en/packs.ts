import type { PackProblemCode } from '../../scenes/pack-problem.ts';

/** What is wrong with a pack, at the line that is shown beside it. */
export const packProblems = {
  not_yaml: 'This is not YAML ({detail}).',
  alias: 'Anchors and aliases (here “{name}”) are not part of a scene pack.',
  nested_too_deep: 'This is nested more deeply than any pack.',
  too_large: 'The file is too large: {length, number} characters, at most {max, number} are read.',
  newer: 'This pack is of version {version}; this Scenefield reads up to {reads}.',
  unknown_field: 'There is no field “{field}” here.',
  missing_field: 'The field “{field}” is missing.',
  wrong_type: '“{field}” should be {expected} and is {found}.',
  not_one_of: '“{field}” is “{found}” and should be one of: {allowed}.',
  bad_value: '“{field}” cannot be “{found}”.',
  duplicate_id: 'The id “{id}” is given twice.',
  dangling: '“{id}” ({field}) is not in this pack.',
  cycle: '“{id}” would be part of itself.',
  two_texts: '“{id}” has both a body and a span; it can have one.',
  span_outside: 'The place of “{id}” lies outside its text.',
  outside_passage: 'The quote lies outside the passage “{passage}”.',
  quote_differs: 'The quote is not word for word. Given: “{quote}”. In the text: “{found}”.',
  digest_differs:
    'The contents do not match this digest. If you changed the file on purpose, delete the line or write {digest}.',
} satisfies Record<PackProblemCode, string>;

/** What a pack says otherwise than this field, by `what` of a conflict. */
export const packConflicts = {
  file: 'A note here says it differently; it stays as it is.',
  person: 'You wrote or accepted something else here; it stays as it is.',
  rejected: 'You have rejected this link here; it is not brought back.',
  decision: 'You have decided this differently here; your decision stays.',
};
