import { z } from 'zod';

export const Language = z.enum(['ru', 'en']);
export type Language = z.infer<typeof Language>;
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** What Settings shows: choices, and where things lie. Secrets never leave the server. */
export const SettingsView = z.object({
  language: Language.nullable(),
  theme: Theme,
  embedModel: z.string().nullable(),
  writeModel: z.string().nullable(),
  /** null: the one that writes */
  judgeModel: z.string().nullable(),
  neo4j: z.object({
    mode: z.enum(['managed', 'own']),
    uri: z.string(),
    database: z.string().nullable(),
    version: z.string().nullable(),
  }),
  home: z.string(),
  cache: z.string(),
  logFile: z.string(),
  version: z.string(),
  /** names of settings that an environment variable holds fast */
  fixed: z.array(z.string()),
});
export type SettingsView = z.infer<typeof SettingsView>;

export const SettingsChange = z.object({
  language: Language.optional(),
  theme: Theme.optional(),
  embedModel: z.string().max(1000).nullable().optional(),
  writeModel: z.string().max(1000).nullable().optional(),
  judgeModel: z.string().max(1000).nullable().optional(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

export const FolderListing = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  /** Markdown notes in this folder and below, null where counting was stopped at its bound */
  notes: z.int().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string(), notes: z.int().nullable() })),
});
export type FolderListing = z.infer<typeof FolderListing>;

export const VaultView = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  sources: z.int(),
  scenes: z.int(),
  readAt: z.string().nullable(),
});
export type VaultView = z.infer<typeof VaultView>;

/** What an ingest found: the JSON of `scenefield ingest`. */
export const IngestReport = z.object({
  vault: z.string(),
  sources: z.int(),
  scenes: z.int(),
  passages: z.int(),
  concepts: z.int(),
  links: z.int(),
  missing: z.int(),
  wikilinks: z.object({ found: z.int(), resolved: z.int(), missing: z.int(), reported: z.int() }),
  /** `kept`: read all the same, with a fault that is worth knowing */
  skipped: z.array(z.object({ path: z.string(), reason: z.string(), kept: z.boolean().optional() })),
  /** files that are not read on purpose: hidden ones, Obsidian's excluded notes, symbolic links */
  ignored: z.object({ hidden: z.int(), excluded: z.int(), links: z.int() }).optional(),
  /** why a `[[…]]` is no link, counted by reason */
  reported: z.record(z.string(), z.int()).optional(),
  /** links whose words several notes answer to: the nearest was taken */
  ambiguous: z.int().optional(),
  changed: z.int(),
  seconds: z.number(),
});
export type IngestReport = z.infer<typeof IngestReport>;

export const ModelView = z.object({
  id: z.string(),
  role: z.enum(['embed', 'write', 'judge']),
  state: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  licence: z.string(),
  path: z.string().optional(),
  /** chosen for its role now */
  chosen: z.boolean(),
});
export type ModelView = z.infer<typeof ModelView>;
