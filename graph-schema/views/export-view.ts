import { z } from 'zod';

/** What leaves: everything, a vault, a region, what lies within `depth` links (0–3) of a scene, or the scenes named (those in sight). */
export const ExportSelection = z.discriminatedUnion('what', [
  z.object({ what: z.literal('all') }),
  z.object({ what: z.literal('vault'), vaultId: z.string() }),
  z.object({ what: z.literal('region'), regionId: z.string() }),
  z.object({ what: z.literal('around'), sceneId: z.string(), depth: z.int().min(0).max(3) }),
  z.object({ what: z.literal('scenes'), ids: z.array(z.string()).min(1).max(5000) }),
]);
export type ExportSelection = z.infer<typeof ExportSelection>;

/** `additions`: what was accepted and written here, as Markdown for a vault. */
export const exportFormats = [
  'html',
  'graphml',
  'gexf',
  'canvas',
  'csv',
  'markdown',
  'cypher',
  'additions',
] as const;
export const ExportFormatName = z.enum(exportFormats);
export type ExportFormatName = z.infer<typeof ExportFormatName>;

/** What an export did. */
export const ExportReport = z.object({
  /** the file, or the folder with the files */
  path: z.string(),
  fileName: z.string(),
  scenes: z.int(),
  concepts: z.int(),
  links: z.int(),
  files: z.int(),
  /** UTF-8 */
  bytes: z.int(),
  /** sha256 of all that was written */
  digest: z.string(),
  /** files that were there already and were left as they are */
  kept: z.array(z.string()),
});
export type ExportReport = z.infer<typeof ExportReport>;

/** Markdown that a note does not have yet: links that were accepted, or a whole new note. */
export const Addition = z.object({
  sceneId: z.string(),
  title: z.string(),
  /** the note in its vault; null: it is a new note */
  path: z.string().nullable(),
  vault: z.string().nullable(),
  markdown: z.string(),
});
export type Addition = z.infer<typeof Addition>;

/** A folder that files are to be written into. */
export const ExportFolder = z.object({
  path: z.string(),
  /** name of the vault that it lies in, or is */
  vault: z.string().nullable(),
});
export type ExportFolder = z.infer<typeof ExportFolder>;
