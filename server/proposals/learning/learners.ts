import { chanceOf, fitAnswers, slopeAt } from './answer-model.ts';
import type { Decision, Looked } from './decision.ts';
import { traits } from './features.ts';

/** One way to learn from decisions: which features it listens to, and whether each target has an effect of its own. */
export interface Learner {
  name: 'plain' | 'traits' | 'targets' | 'signals';
  hears(feature: number): boolean;
  targets: boolean;
}

const isTrait = (feature: number) => feature < traits.length;
/** From the one that changes no order at all to the one that changes most. */
export const learners: readonly Learner[] = [
  { name: 'plain', hears: () => false, targets: false },
  { name: 'traits', hears: isTrait, targets: false },
  { name: 'targets', hears: isTrait, targets: true },
  { name: 'signals', hears: () => true, targets: false },
];

/** What was learned: log-odds in the score's own measure. */
export interface Effects {
  features: Float64Array;
  targets: ReadonlyMap<string, number>;
}

export interface Fitted extends Effects {
  /** chance that the person says yes */
  chance(looked: Looked): number;
}

/**
 * How far an effect may go before answers ask for more: standard deviations, in log-odds (of a signal: for each z).
 * Chosen on seeds that the bench `learning` does not report.
 */
const reach = { slope: 0.2, bias: 2, trait: 2, signal: 0.08, target: 0.7 };
/** Below this slope a score would mean next to nothing (Platt's scaling, clamped). */
const leastSlope = 0.3;

/** The score's own slope and bias, and the learner's effects, each believed to be none (the slope: 1) until answers say otherwise. */
export function fit(learner: Learner, decisions: readonly Decision[], width: number): Fitted {
  const middle = decisions.reduce((sum, { score }) => sum + score, 0) / (decisions.length || 1);
  const heard = Array.from({ length: width }, (_, at) => at).filter(learner.hears);
  const beta = fitAnswers({
    rows: Float64Array.from(
      decisions.flatMap(({ score, features }) => [
        1,
        score - middle,
        ...heard.map((at) => features[at] ?? 0),
      ]),
    ),
    width: heard.length + 2,
    answers: Uint8Array.from(decisions, ({ accepted }) => (accepted ? 1 : 0)),
    counts: Float64Array.from(decisions, ({ count }) => count),
    prior: [
      { mean: 0, deviation: reach.bias },
      { mean: 1, deviation: reach.slope },
      ...heard.map((at) => ({ mean: 0, deviation: isTrait(at) ? reach.trait : reach.signal })),
    ],
  });
  const [bias = 0, ownSlope = 1] = beta;
  const slope = Math.max(leastSlope, ownSlope);
  const own = new Float64Array(width);
  for (const [at, feature] of heard.entries()) own[feature] = beta[at + 2] ?? 0;
  const logit = ({ score, features }: Looked) =>
    heard.reduce((sum, at) => sum + (own[at] ?? 0) * (features[at] ?? 0), bias + slope * (score - middle));
  const ofTargets = learner.targets ? targetEffects(decisions, logit) : new Map<string, number>();
  return {
    features: own.map((effect) => effect / slope),
    targets: new Map([...ofTargets].map(([target, effect]) => [target, effect / slope])),
    chance: (looked) => chanceOf(logit(looked) + (ofTargets.get(looked.target) ?? 0)),
  };
}

/** One Newton step from no effect, each target for itself. */
function targetEffects(
  decisions: readonly Decision[],
  logit: (looked: Looked) => number,
): Map<string, number> {
  const sums = new Map<string, { gradient: number; curvature: number }>();
  for (const decision of decisions) {
    const sum = sums.get(decision.target) ?? { gradient: 0, curvature: 1 / reach.target ** 2 };
    const { gradient, curvature } = slopeAt(logit(decision), decision.accepted ? 1 : 0);
    sum.gradient += decision.count * gradient;
    sum.curvature += decision.count * curvature;
    sums.set(decision.target, sum);
  }
  return new Map([...sums].map(([target, { gradient, curvature }]) => [target, gradient / curvature]));
}
