import { z } from 'zod';

/** A place in a source of the vault; offsets UTF-16, the hash is of the decoded source. */
const Place = z.object({ path: z.string(), start: z.int(), end: z.int(), sha256: z.string() });
export type Place = z.infer<typeof Place>;

/** Words in a vault, and whether a note of them would be worth having. */
export const LabelledConcept = Place.extend({ label: z.boolean() });
export type LabelledConcept = z.infer<typeof LabelledConcept>;

/** Two claims, the second of the vault or in words of our own, and whether both cannot be true. */
export const LabelledContradiction = z.object({
  a: Place,
  b: Place.or(z.object({ text: z.string() })),
  label: z.boolean(),
});
export type LabelledContradiction = z.infer<typeof LabelledContradiction>;

const Named = z.object({
  title: z.string(),
  kind: z.enum(['note', 'missing', 'concept']),
  path: z.string().optional(),
});

/** Two names, of the vault or our own (`together`: one note says both), and whether they are of one thing. */
export const LabelledMerge = z.union([
  z.object({ a: Named, b: Named, label: z.boolean() }),
  z.object({ own: z.tuple([z.string(), z.string()]), together: z.boolean(), label: z.boolean() }),
]);
export type LabelledMerge = z.infer<typeof LabelledMerge>;
