import { z } from 'zod';
import { ProposalKind } from '../../proposal.ts';

/** Some of what waits for a decision, to be asked for and decided in the cell. */
export const ProposalsInput = z.object({
  kind: z.literal('proposals'),
  what: z.enum(['any', ...ProposalKind.options]).default('any'),
  /** a scene's title or id: only what touches it */
  around: z.string().max(500).default(''),
  /** only what touches a scene of that cell's result */
  from: z.string().max(80).default(''),
  /** only what would join two regions */
  across: z.boolean().default(false),
  /** looks for more when it runs, not only at what waits */
  ask: z.boolean().default(false),
  limit: z.int().min(1).max(50).default(5),
});
export const ProposalsResult = z.object({
  kind: z.literal('proposals'),
  /** as they were when the cell ran; the page shows what became of each */
  ids: z.array(z.string()),
});
