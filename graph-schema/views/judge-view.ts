import { z } from 'zod';

/** What the test of a judge found in one vault: mean reciprocal ranks of hidden links among the first candidates, without and with its verdicts. */
export const JudgeTrialView = z.object({
  model: z.string(),
  way: z.enum(['pointwise', 'setwise']),
  /** of the prompts */
  version: z.string(),
  weight: z.number(),
  centre: z.number(),
  spread: z.number(),
  sources: z.int(),
  links: z.int(),
  before: z.number(),
  after: z.number(),
  difference: z.number(),
  /** 95 % of the difference */
  interval: z.tuple([z.number(), z.number()]),
  pays: z.boolean(),
  promptTokens: z.int(),
  pairs: z.int(),
  seconds: z.number(),
});

/** The judge in one vault. It can be switched on only where its own test there, with the model that is chosen now, shows that it pays. */
export const JudgeView = z.object({
  vaultId: z.string(),
  vault: z.string(),
  isOn: z.boolean(),
  /** null: not tested with the model that is chosen now */
  trial: JudgeTrialView.nullable(),
});
export type JudgeView = z.infer<typeof JudgeView>;

export const JudgesView = z.object({
  /** null: there is no model that could judge */
  model: z.string().nullable(),
  vaults: z.array(JudgeView),
});
export type JudgesView = z.infer<typeof JudgesView>;
