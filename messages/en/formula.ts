import type { Verdict } from '../../graph-schema/views/formula-view.ts';
import type { FunctionId } from '../../scenes/formula/functions.ts';
import type { FormulaProblemCode } from '../../scenes/formula/problem.ts';

const typeNames =
  'scene {a scene} axis {an axis} relation {a relation} number {a number} list {a list of scenes} kind {a kind of link} words {words in quotes} other {something else}';

/** What is wrong with a formula, at the place that is shown beside it, and what would be right. */
export const formulaProblems = {
  unknown_sign: {
    what: 'The sign “{sign}” means nothing here.',
    hint: 'Signs are + − * ( ) and the comma; instead of dividing by 2, multiply by 0.5.',
  },
  scene_unclosed: {
    what: 'The scene’s name is not closed.',
    hint: 'Write it as a link: [[Name]], on one line.',
  },
  text_unclosed: {
    what: 'The quote is not closed.',
    hint: 'End it with the same quotation mark on the same line.',
  },
  name_empty: { what: 'Nothing is named here.', hint: 'Write a name: [[Scene]], “some words” or #concept.' },
  nothing_written: {
    what: 'There is no formula yet.',
    hint: 'Begin with a scene or with words: near([[Scene]], 10) or near("free text", 10).',
  },
  operand_expected: {
    what: '{found, select, none {Something is missing at the end.} other {Something is missing before “{found}”.}}',
    hint: 'A scene [[…]], words in quotes, a #concept, a number or a function belongs here.',
  },
  operator_expected: {
    what: 'Two things stand side by side here.',
    hint: 'Put +, − or * between them; inside a function’s brackets, a comma.',
  },
  bracket_unclosed: { what: 'This bracket is not closed.', hint: 'Put ) where what it holds ends.' },
  bracket_extra: {
    what: 'This bracket closes nothing.',
    hint: 'Take it away, or put ( where it should begin.',
  },
  too_long: {
    what: 'The formula is too long: {length, number} characters, at most {most, number} are read.',
    hint: 'Keep a part of it as a scene of its own and name that scene.',
  },
  nested_too_deep: {
    what: 'The brackets are nested more than {most} deep.',
    hint: 'Keep a part of it as a scene of its own and name that scene.',
  },
  unknown_name: {
    what: 'There is no “{name}”.',
    hint: '{nearest, select, none {A scene’s name stands in [[…]], free words in quotes.} other {Did you mean {nearest}? A scene’s name stands in [[…]], free words in quotes.}}',
  },
  brackets_missing: {
    what: '“{name}” stands here without what belongs to it.',
    hint: 'A function is followed by brackets: near(…); a kind of link stands in relation(…).',
  },
  unknown_function: {
    what: 'There is no function “{name}”.',
    hint: '{nearest, select, none {There are: {functions}.} other {Did you mean {nearest}? There are: {functions}.}}',
  },
  unknown_kind: {
    what: 'There is no kind of link “{name}”.',
    hint: '{nearest, select, none {There are: {kinds}.} other {Did you mean {nearest}? There are: {kinds}.}}',
  },
  too_few_arguments: {
    what: '{given, plural, =0 {Nothing is given here} one {One thing is given here} other {# things are given here}}; at least {least} {least, plural, one {is} other {are}} needed.',
    hint: 'It is written {signature}.',
  },
  too_many_arguments: {
    what: 'This is one too many: at most {most} may be given.',
    hint: 'It is written {signature}.',
  },
  wrong_type: {
    what: `Here {wanted, select, ${typeNames}} is wanted, and this is {found, select, ${typeNames}}.`,
    hint: 'It is written {signature}.',
  },
  cannot_combine: {
    what: `{operator, select, times {{left, select, ${typeNames}} cannot be multiplied by {right, select, ${typeNames}}.} minus {{right, select, ${typeNames}} cannot be taken away here.} other {{right, select, ${typeNames}} cannot be added to {left, select, ${typeNames}}.}}`,
    hint: 'Scenes are added and taken away, moved by an axis or a relation, and multiplied by a number.',
  },
  number_outside: {
    what: '{whole, select, yes {A whole number} other {A number}} from {from} to {to} is wanted here.',
    hint: 'It is written {signature}.',
  },
  scene_missing: {
    what: 'There is no scene “{name}”.',
    hint: '{nearest, select, none {Check the name, or ask by words: "{name}".} other {Did you mean “{nearest}”? Or ask by words: "{name}".}}',
  },
  scene_ambiguous: {
    what: 'Several scenes are called “{name}”.',
    hint: 'Say which with its folder: {candidates}.',
  },
  scene_without_place: {
    what: '“{name}” has no place in the field yet: nothing of it was written, or the model has not read it.',
    hint: 'Wait for the reading to end, or ask by words: "{name}".',
  },
  concept_missing: { what: 'There is no concept #{name}.', hint: 'Ask by words: "{name}".' },
  concept_without_place: {
    what: 'No scene that the model has read speaks of #{name}.',
    hint: 'Wait for the reading to end, or ask by words: "{name}".',
  },
  region_missing: {
    what: 'There is no region “{name}”.',
    hint: '{names, select, none {The field has no regions yet.} other {There are: {names}.}}',
  },
  text_without_model: {
    what: 'Free words need the embedding model, and it cannot be asked now.',
    hint: 'Name a scene instead: [[…]]. Settings, Models, show what the model is doing.',
  },
  too_few_links: {
    what: 'Too few examples: {count, plural, =0 {no link} one {# link} other {# links}} of the kind {kind}, {least} are needed.',
    hint: 'Accept or write more links of this kind; till then nothing can be said about where it leads.',
  },
  names_itself: {
    what: 'The formula “{name}” names itself, by way of others or directly.',
    hint: 'Take the name out, here or there.',
  },
} satisfies Record<FormulaProblemCode, { what: string; hint: string }>;

/** How a function is written and what it gives. */
export const formulaFunctions = {
  mean: { signature: 'mean(a, b, …)', about: 'the middle of scenes, or of a list' },
  mix: { signature: 'mix(a, b, 0.3)', about: 'a with a share of b' },
  without: { signature: 'without(a, b)', about: 'a without what it has in common with b' },
  axis: { signature: 'axis(a, b)', about: 'the line from a to b' },
  along: { signature: 'along(x, axis(a, b))', about: 'where x stands on the axis: 0 is a, 1 is b' },
  toward: { signature: 'toward(x, axis(a, b), 0.5)', about: 'x moved along an axis or a relation' },
  near: { signature: 'near(x, 10)', about: 'the scenes nearest to x' },
  between: { signature: 'between(a, b, 10)', about: 'scenes that lie near to both' },
  path: { signature: 'path(a, b, 5)', about: 'scenes on the way from a to b' },
  relation: { signature: 'relation(leads_to)', about: 'where links of a kind lead on average' },
  alike: {
    signature: 'alike(a, b)',
    about: 'how alike two scenes are: more than so many per cent of this field’s pairs',
  },
  region: { signature: 'region("name")', about: 'the middle of a region' },
} satisfies Record<FunctionId, { signature: string; about: string }>;

/** What a formula’s result is worth. */
export const formulaVerdicts = {
  means: 'It lies nearer to scenes than chance does, and its ranks hold.',
  first_means: 'The first scene lies nearer to it than chance would have it; the others are as by chance.',
  as_chance: 'It means nothing here: a random mixture of scenes lies as near.',
  unstable: 'Do not trust the order: it changes as soon as a part of the vector is left out.',
  cancels_out: 'Nothing is left: the parts cancel each other out.',
  too_few_scenes: 'The field has too few scenes to tell this from chance.',
  no_gain:
    'This relation leads nowhere in particular: on links held out it finds no more than plain likeness does.',
} satisfies Record<Verdict, string>;
