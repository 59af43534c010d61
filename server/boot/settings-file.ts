import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { JudgeTrialView } from '../../graph-schema/views/judge-view.ts';
import { Language, Theme } from '../../graph-schema/views/settings-view.ts';
import { writeWhole } from './write-whole.ts';

const OwnNeo4j = z.object({
  uri: z.string(),
  username: z.string().default('neo4j'),
  database: z.string().nullable().default(null),
});

const StoredJudge = z.object({ vaultId: z.string(), isOn: z.boolean(), trial: JudgeTrialView });
export type StoredJudge = z.infer<typeof StoredJudge>;

/** What must be known before Neo4j is up. A broken part falls back to its default; what we do not know is kept. */
export const StoredSettings = z.looseObject({
  language: Language.nullable().default(null).catch(null),
  theme: Theme.default('system').catch('system'),
  embedModel: z.string().nullable().default(null).catch(null),
  writeModel: z.string().nullable().default(null).catch(null),
  /** null: the writing model judges, where judging is switched on at all */
  judgeModel: z.string().nullable().default(null).catch(null),
  /** what tests of judges found, and which are switched on */
  judges: z.array(StoredJudge).default([]).catch([]),
  /** addresses of endpoints that are not on this machine, to which the person agreed to send passages and notes */
  endpointsAgreed: z.array(z.string()).default([]).catch([]),
  /** null: the managed one */
  neo4j: OwnNeo4j.nullable().default(null).catch(null),
  /** addresses of databases, as `neo4jPlace` writes them, that the person said yes to sharing */
  shared: z.array(z.string()).default([]).catch([]),
  /** decisions that came with packs teach the queue too */
  learnFromPacks: z.boolean().default(false).catch(false),
  port: z.int().min(1).max(65_535).nullable().default(null).catch(null),
  recentFolders: z.array(z.string()).default([]).catch([]),
});
export type StoredSettings = z.infer<typeof StoredSettings>;

export interface SettingsFile {
  current(): StoredSettings;
  update(change: Partial<StoredSettings>): Promise<StoredSettings>;
}

/** Reads the home's settings; a file that is not JSON is put aside, never overwritten. */
export async function openSettingsFile(home: string): Promise<SettingsFile & { putAside: string | null }> {
  const file = path.join(home, 'settings.json');
  let putAside: string | null = null;
  let settings = StoredSettings.parse({});
  try {
    settings = StoredSettings.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (!isMissingFile(error)) {
      putAside = `${file}.broken-${Date.now()}`;
      await rename(file, putAside);
    }
  }
  let writing: Promise<void> = Promise.resolve();
  return {
    putAside,
    current: () => settings,
    async update(change) {
      settings = StoredSettings.parse({ ...settings, ...change });
      // One that failed does not stand in the way of the next.
      writing = writing.catch(() => undefined).then(() => writeWhole(file, settings));
      await writing;
      return settings;
    },
  };
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
