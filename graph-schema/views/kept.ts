import { z } from 'zod';

/** What a person keeps: a question that is asked again, or a view of the field that is looked at again. */
export const KeptKind = z.enum(['search', 'view']);
export type KeptKind = z.infer<typeof KeptKind>;

/** Under a name: of a search `text` is the question, of a view the part of the field's address after `?`. */
export const Kept = z.object({ id: z.string(), name: z.string(), text: z.string() });
export type Kept = z.infer<typeof Kept>;
