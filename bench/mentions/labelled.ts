import { z } from 'zod';

const Span = z.object({ start: z.int(), end: z.int(), label: z.string() });

/** One paragraph of a vault with every place in it that names a note or recurrent heading; offsets UTF-16 into the source. */
export const Paragraph = z.object({
  /** `held`: never looked at while the recogniser was tuned */
  half: z.enum(['tune', 'held']),
  path: z.string(),
  start: z.int(),
  end: z.int(),
  /** of the decoded source, hex */
  sha256: z.string(),
  mentions: z.array(Span),
});
export type Paragraph = z.infer<typeof Paragraph>;

/** One place in a vault where the words are a form of a thing's name. */
export const Form = z.object({
  half: z.enum(['tune', 'held']),
  path: z.string(),
  start: z.int(),
  end: z.int(),
  sha256: z.string(),
  /** `inflected`: spelt otherwise than any name of its thing; `possessive`: the name with «'s» */
  form: z.enum(['inflected', 'possessive']),
  /** title of the thing; null: the words are an ordinary form and name nothing */
  label: z.string().nullable(),
});
export type Form = z.infer<typeof Form>;

/** A sentence of ours: words that must not name a thing, or must name just that one. */
export const Trap = z.object({
  text: z.string(),
  /** the words in question; they stand in `text` once */
  at: z.string(),
  /** title of the thing that is named there; null: none */
  is: z.string().nullable(),
  half: z.enum(['tune', 'held']),
});
export type Trap = z.infer<typeof Trap>;
