import { z } from 'zod';

/** A draft as the graph holds it (JSON in one property): places are into the passages' texts. */
export const StoredDraft = z.array(
  z.object({
    text: z.string(),
    by: z.enum(['model', 'template']),
    quotes: z.array(z.object({ passageId: z.string(), start: z.int(), end: z.int() })),
  }),
);
export type StoredDraft = z.infer<typeof StoredDraft>;
