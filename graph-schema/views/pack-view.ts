import { z } from 'zod';

const Counts = z.object({
  scenes: z.int(),
  concepts: z.int(),
  links: z.int(),
  passages: z.int(),
  decisions: z.int(),
});

/** What an import would do, before anything is written. */
export const PackPreview = z.object({
  title: z.string(),
  about: z.string(),
  digest: z.string(),
  counts: Counts,
  new: Counts,
  same: Counts,
  changed: Counts,
  conflicts: z.array(z.object({ id: z.string(), title: z.string(), what: z.string() })),
  scenes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['new', 'same', 'changed', 'conflict']),
      x: z.number().nullable(),
      y: z.number().nullable(),
    }),
  ),
  links: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string() })),
});
export type PackPreview = z.infer<typeof PackPreview>;

export const PackProblem = z.object({
  line: z.int(),
  column: z.int(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type PackProblem = z.infer<typeof PackProblem>;
