import { z } from 'zod';

/** A question that a person keeps under a name, to be asked again. */
export const KeptSearch = z.object({ id: z.string(), name: z.string(), text: z.string() });
export type KeptSearch = z.infer<typeof KeptSearch>;
