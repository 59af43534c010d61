import { existsSync } from 'node:fs';
import path from 'node:path';
import type { VaultFile } from '../importer.ts';

/** Whose conventions a vault's Markdown follows. */
export type Dialect = 'obsidian' | 'logseq' | 'dendron' | 'foam';

/** What each of them leaves at the vault's root. */
const signs: readonly [string, Dialect][] = [
  ['logseq/config.edn', 'logseq'],
  ['dendron.yml', 'dendron'],
  ['.foam', 'foam'],
];

/** Logseq's own block ids: nothing else writes `id::` and a UUID on a line of its own. */
const logseqId = /^[ \t]+id:: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[ \t]*\r?$/m;

/** The dialect of a file: its vault's, or for a page that was taken out of a Logseq graph what stands in it. Else Obsidian's. */
export function dialectOf({ path: inVault, file }: Pick<VaultFile, 'path' | 'file'>, text: string): Dialect {
  const root = path.join(file, ...inVault.split('/').map(() => '..'));
  const found = signs.find(([sign]) => existsSync(path.join(root, sign)));
  return found?.[1] ?? (text.includes(' id:: ') || text.includes('\tid:: ') ? ownSign(text) : 'obsidian');
}

function ownSign(text: string): Dialect {
  return logseqId.test(text) ? 'logseq' : 'obsidian';
}
