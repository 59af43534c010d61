import type { LearnedEffect, LearningView } from '../../../graph-schema/views/learning-view.ts';
import type { ProposalDeps } from '../deps.ts';
import { signalNames } from '../signals/signal.ts';
import type { Decision } from './decision.ts';
import { traits } from './features.ts';
import { learn, type Taste } from './learn.ts';
import { countSenders, readTitles } from './learning.cypher.ts';
import { readDecisions } from './read-taste.ts';

/** Smaller effects move next to nothing in the queue, and would read like a judgement. Log-odds; of a signal, at two standard deviations. */
const leastEffect = 0.3;
const mostEffects = 6;
/** Decisions compared at each end. */
const window = 20;

/** What was learned, in numbers that have words. */
export async function viewLearning(
  deps: Pick<ProposalDeps, 'graph' | 'learnsFromPacks'>,
): Promise<LearningView> {
  const decisions = await readDecisions(deps);
  const effects = strongest(await learn(decisions));
  const targets = effects.flatMap(({ kind, name }) => (kind === 'target' ? [name] : []));
  const { titles, senders } = await deps.graph.read(async (tx) => ({
    titles: new Map(
      (await tx.run(readTitles, { ids: targets })).map((row) => [String(row['id']), String(row['title'])]),
    ),
    senders: Number((await tx.run(countSenders))[0]?.['count'] ?? 0),
  }));
  const isComparable = decisions.length >= 2 * window;
  return {
    decisions: decisions.length,
    effects: effects.flatMap((effect) => {
      const name = effect.kind === 'target' ? titles.get(effect.name) : effect.name;
      return name === undefined ? [] : [{ ...effect, name }];
    }),
    before: isComparable ? shareOf(decisions.slice(0, window)) : null,
    now: isComparable ? shareOf(decisions.slice(-window)) : null,
    fromPacks: { decisions: senders, learned: deps.learnsFromPacks?.() ?? false },
  };
}

function strongest({ features, targets }: Taste): LearnedEffect[] {
  const named = [...features].map((effect, at): LearnedEffect => {
    const trait = traits[at];
    if (trait !== undefined) return { kind: 'trait', name: trait, effect };
    return { kind: 'signal', name: signalNames[at - traits.length] ?? '', effect: 2 * effect };
  });
  const ofTargets = [...targets].map(([name, effect]): LearnedEffect => ({ kind: 'target', name, effect }));
  return [...named, ...ofTargets]
    .filter(({ effect }) => Math.abs(effect) >= leastEffect)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, mostEffects);
}

function shareOf(decisions: readonly Decision[]): { accepted: number; of: number } {
  return { accepted: decisions.filter(({ accepted }) => accepted).length, of: decisions.length };
}
