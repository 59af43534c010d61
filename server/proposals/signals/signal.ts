import type { CorpusIndex } from './corpus-index.ts';

/**
 * A named reason to think that one note should link another.
 * `row(source)` gives one raw score a note (as target); only their order and spread within the row mean anything.
 */
export interface Signal {
  name: SignalName;
  row(source: number): Float64Array;
}

export type BuildSignal = (index: CorpusIndex) => Signal;

export const signalNames = [
  'anchor',
  'anchorHabit',
  'anchorBack',
  'tfidf',
  'titleWords',
  'passageTitle',
  'linkContext',
  'sharedLinks',
  'linkedTogether',
  'mention',
  'mentionTimes',
  'properMention',
  'walk',
  'neighbourVote',
  'alikeLinks',
  'reciprocal',
  'folder',
  'inDegree',
  'outDegree',
  'length',
  'embeddedTitle',
  'embeddedVote',
  'embeddedNote',
] as const;
export type SignalName = (typeof signalNames)[number];
