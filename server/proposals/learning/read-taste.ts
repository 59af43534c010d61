import { z } from 'zod';
import type { ProposalDeps } from '../deps.ts';
import { type Decision, readAnswer } from './decision.ts';
import { readFeatures } from './features.ts';
import { learn, type Taste } from './learn.ts';
import { readAnswers } from './learning.cypher.ts';

const Answer = z.object({
  state: z.enum(['accepted', 'rejected', 'pending', 'later']),
  reason: z.string().nullable(),
  score: z.number(),
  target: z.string(),
  names: z.array(z.string()),
  zs: z.array(z.number()),
});

/** What the decisions in the field say, oldest first. Those that came with a pack are left out unless the person asks for them. */
export async function readDecisions({
  graph,
  learnsFromPacks,
}: Pick<ProposalDeps, 'graph' | 'learnsFromPacks'>): Promise<Decision[]> {
  const fromPacks = learnsFromPacks?.() ?? false;
  const rows = await graph.read((tx) => tx.run(readAnswers, { fromPacks }));
  return z
    .array(Answer)
    .parse(rows)
    .map(({ state, reason, score, target, names, zs }) => ({
      score,
      target,
      features: readFeatures(names.map((name, at) => ({ name, z: zs[at] ?? 0 }))),
      ...readAnswer(state === 'accepted' || state === 'rejected' ? state : 'edited', reason),
    }));
}

/** The person's taste, learned anew: the same from the same decisions. */
export async function readTaste(deps: Pick<ProposalDeps, 'graph' | 'learnsFromPacks'>): Promise<Taste> {
  return learn(await readDecisions(deps));
}
