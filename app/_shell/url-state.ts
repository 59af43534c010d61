'use client';
import {
  createParser,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryState,
  useQueryStates,
} from 'nuqs';

/** An id of nothing is none: `?around=` is like no `around`. */
const parseAsId = createParser({
  parse: (text) => (text === '' ? null : text),
  serialize: (id: string) => id,
});

/** What is chosen anywhere lives in the address: copy, reload, back and forward keep it. */
export const places = ['field', 'review', 'gaps', 'notebook', 'packs', 'settings'] as const;
export type Place = (typeof places)[number];

/** The scene that the inspector shows; choosing one is a step that Back undoes. */
export function useSelectedScene() {
  return useQueryState('scene', parseAsId.withOptions({ history: 'push' }));
}

/** Which words of the selected scene are lit: `SCENE:START-END`, offsets into its file. Of another scene it says nothing. */
export function useCited() {
  return useQueryState('cite', parseAsId.withOptions({ history: 'replace' }));
}

export function useSelectedProposal() {
  return useQueryState('proposal', parseAsId.withOptions({ history: 'replace' }));
}

export function useVault() {
  return useQueryState('vault', parseAsId.withOptions({ history: 'push' }));
}

/** Lenses that tell how much of something a scene has. */
export const graded = ['age', 'degree', 'betweenness', 'doubt', 'axis'] as const;
/** What the colour or the size of a scene may say. */
export const lenses = ['region', 'kind', 'vault', 'speaker', 'origin', ...graded] as const;
export type Lens = (typeof lenses)[number];

const fieldParts = {
  region: parseAsId,
  around: parseAsId,
  depth: parseAsInteger.withDefault(1),
  table: parseAsBoolean.withDefault(false),
  colour: parseAsStringLiteral(lenses).withDefault('region'),
  size: parseAsStringLiteral(lenses).withDefault('degree'),
  /** the poles of an axis of meaning: words, or `@` and a scene's id; both or none */
  left: parseAsString.withDefault(''),
  right: parseAsString.withDefault(''),
  /** scenes stand along that axis, from left to right */
  along: parseAsBoolean.withDefault(false),
  /** regions and classes of a lens taken out of sight by the legend, joined by a comma: see `hiddenKey` */
  hide: parseAsString.withDefault(''),
  /** who speaks: `person`, `model`, or `=` and a name; empty: anybody */
  who: parseAsString.withDefault(''),
  /** filters switched away from their default, joined by a comma */
  only: parseAsString.withDefault(''),
};

/** What part of the field is in sight and how. */
export function useFieldState() {
  return useQueryStates(fieldParts, { history: 'push' });
}

/** Camera: `x,y,zoom` in field units, so that a link shows the same place on another screen. */
export function useCamera() {
  return useQueryState('at', parseAsString.withOptions({ history: 'replace', throttleMs: 400 }));
}

const dialogNames = [
  'search',
  'folder',
  'keys',
  'searches',
  'additions',
  'path',
  'axis',
  'views',
  'link',
  'write',
  'merge',
  'split',
] as const;
export type DialogName = (typeof dialogNames)[number];

/** What lies over the page: one thing at a time. */
export function useDialog() {
  return useQueryState(
    'dialog',
    parseAsStringLiteral(dialogNames).withOptions({
      history: 'replace',
    }),
  );
}

/** What the search box is opened with, and what is kept under a name. */
export function useAsked() {
  return useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace' }));
}
