import type { RelationKind } from '../../../graph-schema/link-kinds.ts';

/**
 * Words that name a relation. `forward`: what stands after the cue is the relation's end (A leads to B); `backward`: it is its beginning (A because B; A, for example B).
 * Patterns are for lower-case text with `е` for `ё`; word borders are put around them.
 */
export interface CuePattern {
  kind: RelationKind;
  direction: 'forward' | 'backward';
  pattern: string;
}

const russian: readonly CuePattern[] = [
  { kind: 'leads_to', direction: 'backward', pattern: 'потому что|так как|поскольку|из-за того,? что' },
  {
    kind: 'leads_to',
    direction: 'forward',
    pattern: '(?:при)?(?:водит|водят|водить|вести|вел|вела|вело|вели|ведет|ведут|водя|ведя) ко?',
  },
  { kind: 'enables', direction: 'forward', pattern: 'позвол(?:яет|яют|ит|ят|ить|ять|ил|ила|ило|или|яя)' },
  { kind: 'requires', direction: 'forward', pattern: 'требу(?:ет|ют|ется|ются)|потребу(?:ет|ют|ется|ются)' },
  { kind: 'requires', direction: 'backward', pattern: '(?:нуж(?:ен|на|но|ны)|необходим(?:а|о|ы)?) для' },
  { kind: 'refines', direction: 'forward', pattern: 'уточня(?:ет|ют|я|ющ\\p{L}*)|точнее' },
  { kind: 'contradicts', direction: 'forward', pattern: 'противореч(?:ит|ат|ащ\\p{L}*|а)' },
  { kind: 'exemplifies', direction: 'backward', pattern: 'например|к примеру' },
  { kind: 'answers', direction: 'forward', pattern: 'отвеча(?:ет|ют|я|ющ\\p{L}*) на' },
  {
    kind: 'analogous_to',
    direction: 'forward',
    pattern: 'так же,? как и|как и|похож(?:е|а|и|ий|ая|ее|ие)? на',
  },
];

const english: readonly CuePattern[] = [
  { kind: 'leads_to', direction: 'backward', pattern: 'because(?: of)?' },
  { kind: 'leads_to', direction: 'forward', pattern: '(?:lead|leads|led|leading) to' },
  { kind: 'enables', direction: 'forward', pattern: 'enabl(?:e|es|ed|ing)' },
  { kind: 'requires', direction: 'forward', pattern: 'requir(?:e|es|ed|ing)' },
  { kind: 'requires', direction: 'backward', pattern: '(?:needed|necessary|required) for' },
  { kind: 'refines', direction: 'forward', pattern: 'refin(?:e|es|ed|ing)|more precisely' },
  { kind: 'contradicts', direction: 'forward', pattern: 'contradict(?:s|ed|ing)?' },
  { kind: 'exemplifies', direction: 'backward', pattern: 'for example|for instance|e\\.g\\.' },
  { kind: 'answers', direction: 'forward', pattern: 'answer(?:s|ed|ing)?(?: to)?' },
  {
    kind: 'analogous_to',
    direction: 'forward',
    pattern: 'just like|similar to|(?:is|are|works|work|looks|look|much) like',
  },
];

export const cuePatterns: readonly CuePattern[] = [...russian, ...english];

/** A contrast is no likeness: a sentence with one stays plain. */
export const contrastPattern =
  'в отличие от|не так,? как|не похож\\p{L}* на|unlike|in contrast (?:to|with)|rather than';
