import { z } from 'zod';
import { Gap } from '../gap.ts';

/** Where the field is not joined up. */
export const GapInput = z.object({
  kind: z.literal('gap'),
  what: z.enum(['any', ...Gap.shape.kind.options]).default('any'),
  vault: z.string().max(200).default(''),
  limit: z.int().min(1).max(50).default(8),
});
export const GapResult = z.object({
  kind: z.literal('gap'),
  gaps: z.array(Gap),
  /** see GapsView */
  basis: z.enum(['counted', 'counting', 'few']),
});
