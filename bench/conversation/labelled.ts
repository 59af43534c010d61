import { z } from 'zod';

/** A question in our own words with the place in a vault that answers it (offsets UTF-16 into the source); `path` null: no note does. */
export const LabelledQuestion = z.union([
  z.object({
    /** `held`: not looked at while weights and threshold were fitted */
    half: z.enum(['tune', 'held']),
    question: z.string(),
    path: z.string(),
    start: z.int(),
    end: z.int(),
    /** of the file, hex */
    sha256: z.string(),
  }),
  z.object({ half: z.enum(['tune', 'held']), question: z.string(), path: z.null() }),
]);
export type LabelledQuestion = z.infer<typeof LabelledQuestion>;
