import { z } from 'zod';

/** Who says a turn: a person, a model, or neither (a system's own note). */
export const Speaker = z.object({ name: z.string(), role: z.enum(['person', 'model', 'other']) });
export type Speaker = z.infer<typeof Speaker>;
