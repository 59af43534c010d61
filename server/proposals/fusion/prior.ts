import type { SignalName } from '../signals/signal.ts';
import type { LogisticModel } from './logistic.ts';

export const priorVersion = 'prior-2';

const bias = -6.17;

/**
 * Weights of the z-scores before a vault has taught its own: near the mean of logistic regressions on hidden links whose words were removed and were left
 * (a Russian vault of 173 notes). Structure that says much in one vault and nothing in another starts at 0.
 */
const weights: Readonly<Record<SignalName, number>> = {
  anchor: 0.12,
  anchorHabit: 0.12,
  anchorBack: 0,
  tfidf: 0.285,
  titleWords: 0.12,
  passageTitle: 0.12,
  linkContext: 0.1,
  sharedLinks: 0.16,
  linkedTogether: 0.08,
  mention: 0.14,
  mentionTimes: 0,
  properMention: 0,
  walk: 0.175,
  neighbourVote: 0.305,
  alikeLinks: 0,
  reciprocal: 0.05,
  folder: 0,
  inDegree: 0,
  outDegree: 0,
  length: 0,
  embeddedTitle: 0.215,
  embeddedVote: 0.15,
  embeddedNote: 0.015,
};

export function priorModel(names: readonly SignalName[]): LogisticModel {
  return { bias, weights: names.map((name) => weights[name]) };
}
