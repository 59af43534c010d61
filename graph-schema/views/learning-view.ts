import { z } from 'zod';

/** Something that decisions taught to show more of (`effect` above 0) or less of, log-odds. `name`: a trait's or a signal's name, a note's title. */
export const LearnedEffect = z.object({
  kind: z.enum(['trait', 'target', 'signal']),
  name: z.string(),
  effect: z.number(),
});
export type LearnedEffect = z.infer<typeof LearnedEffect>;

const Share = z.object({ accepted: z.int(), of: z.int() });

/** What was learned from decisions. */
export const LearningView = z.object({
  /** decisions that are learned from */
  decisions: z.int(),
  /** what weighs most, strongest first; empty while nothing is sure */
  effects: z.array(LearnedEffect),
  /** how many of the first decisions were yes, before they could teach, and of the newest; null while there are too few to compare */
  before: Share.nullable(),
  now: Share.nullable(),
  /** decisions that came with packs, and whether they are learned from too */
  fromPacks: z.object({ decisions: z.int(), learned: z.boolean() }),
});
export type LearningView = z.infer<typeof LearningView>;
