import { z } from 'zod';

/** How often a construct stands in a file, and how much of it became part of the field. */
export const Constructs = z.record(z.string(), z.object({ found: z.int(), taken: z.int() }));
export type Constructs = z.infer<typeof Constructs>;

/** `degraded`: read, with a fault; `attachment`: no text of its own, shown where a note embeds it; `excluded`: on Obsidian's list. */
export const CoverageFile = z.object({
  /** relative to the vault; a part of an export stands below its file */
  path: z.string(),
  state: z.enum(['read', 'degraded', 'skipped', 'excluded', 'attachment']),
  /** the file's ending */
  kind: z.string(),
  constructs: Constructs,
  /** a problem's code */
  reason: z.string().nullable(),
});
export type CoverageFile = z.infer<typeof CoverageFile>;

export const Coverage = z.object({
  vault: z.string(),
  files: z.array(CoverageFile),
  totals: z.object({
    read: z.int(),
    degraded: z.int(),
    skipped: z.int(),
    excluded: z.int(),
    attachment: z.int(),
    /** not looked at: their names begin with a dot, or they are symbolic links */
    hidden: z.int(),
    links: z.int(),
  }),
  constructs: Constructs,
});
export type Coverage = z.infer<typeof Coverage>;
