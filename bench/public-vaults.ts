import { existsSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../server/boot/run-tool.mjs';

/** The public vaults where they lie beside the clone; null for one that is not there. */
export async function publicVaults(
  root: string,
  place: string,
): Promise<{ ru: string | null; en: string | null }> {
  const folder = path.join(root, '..', 'shared', 'vaults');
  const [ru, archive] = [path.join(folder, 'obsidian-help-ru'), path.join(folder, 'obsidian-hub.tar.gz')];
  if (existsSync(archive)) await runTool('tar', ['xzf', archive, '-C', place], { folder: place });
  return { ru: existsSync(ru) ? ru : null, en: existsSync(archive) ? path.join(place, 'hub') : null };
}
