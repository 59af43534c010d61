import { setImmediate } from 'node:timers/promises';
import type { Decision, Looked } from './decision.ts';
import { type Trait, traits } from './features.ts';
import { type Effects, fit, type Fitted, type Learner, learners } from './learners.ts';

export interface Taste extends Effects {
  /** each learner's share of the say; they sum to 1 */
  shares: Record<Learner['name'], number>;
}

/** Older ones are not read: a taste changes, and a refit stays short. */
const mostDecisions = 400;
/** The say of the learners that change the order, together, before an answer was seen. */
const openness = 0.9;

/**
 * A person's taste from the answers so far, oldest first. Every learner foretells each answer from those before it; its say is what its log-loss on them
 * earned (a Bayesian mixture), so one that would have ranked worse than the queue as it was is not listened to: one that changes no order is among them.
 */
export async function learn(all: readonly Decision[]): Promise<Taste> {
  const decisions = all.slice(-mostDecisions);
  const width = decisions[0]?.features.length ?? 0;
  const fitAll = (known: readonly Decision[]) => learners.map((learner) => fit(learner, known, width));
  const losses = learners.map(() => 0);
  let fitted = fitAll([]);
  let next = 1;
  for (const [at, decision] of decisions.entries()) {
    for (const [place, each] of fitted.entries())
      losses[place] = (losses[place] ?? 0) + lossOf(each, decision);
    if (at + 1 < next) continue;
    fitted = fitAll(decisions.slice(0, at + 1));
    // the page's requests get their turn
    await setImmediate();
    next = at + 1 + Math.max(1, Math.floor(at / 10));
  }
  return mix(fitAll(decisions), sharesOf(losses), width);
}

/** What a taste adds to a score, log-odds. */
export function tasteOf({ features, targets }: Effects, looked: Pick<Looked, 'features' | 'target'>): number {
  let sum = targets.get(looked.target) ?? 0;
  for (let at = 0; at < features.length; at += 1) sum += (features[at] ?? 0) * (looked.features[at] ?? 0);
  return sum;
}

/** What a trait adds or, below 0, costs, log-odds. */
export function traitOf({ features }: Effects, trait: Trait): number {
  return features[traits.indexOf(trait)] ?? 0;
}

function mix(fitted: readonly Fitted[], shares: readonly number[], width: number): Taste {
  const features = new Float64Array(width);
  const targets = new Map<string, number>();
  for (const [place, each] of fitted.entries()) {
    const share = shares[place] ?? 0;
    for (const [at, effect] of each.features.entries()) features[at] = (features[at] ?? 0) + share * effect;
    for (const [target, effect] of each.targets)
      targets.set(target, (targets.get(target) ?? 0) + share * effect);
  }
  const named = Object.fromEntries(learners.map(({ name }, at) => [name, shares[at] ?? 0]));
  return { features, targets, shares: named as Taste['shares'] };
}

function lossOf({ chance }: Fitted, decision: Decision): number {
  const foretold = chance(decision);
  return -decision.count * Math.log(decision.accepted ? foretold : 1 - foretold);
}

function sharesOf(losses: readonly number[]): number[] {
  const least = Math.min(...losses);
  const says = losses.map((loss, at) => {
    const before = at === 0 ? 1 - openness : openness / (losses.length - 1);
    return before * Math.exp(least - loss);
  });
  const whole = says.reduce((sum, say) => sum + say, 0);
  return says.map((say) => say / whole);
}
