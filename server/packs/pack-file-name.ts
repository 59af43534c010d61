import type { Tx } from '../graph/graph.ts';
import { namesOfSelection } from './packs.cypher.ts';
import type { PackSelection } from './select-scenes.ts';

/** Characters without the ending: room for what a browser adds. */
const longest = 60;

/** What the person calls what leaves: the field's vaults, a region, a scene; null for scenes picked one by one. */
export async function nameOfSelection(tx: Tx, selection: PackSelection): Promise<string | null> {
  switch (selection.what) {
    case 'all':
      return (await namesOf(tx, namesOfSelection.all, {})) || 'field';
    case 'region':
      return namesOf(tx, namesOfSelection.region, { id: selection.regionId });
    case 'scene':
      return namesOf(tx, namesOfSelection.scene, { id: selection.sceneId });
    case 'scenes':
      return null;
  }
}

/** Letters and digits of any script, the rest as hyphens: safe in every file system. */
export function packFileName(name: string): string {
  const safe = [...name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')].slice(0, longest).join('');
  return `${safe.replace(/^-+|-+$/g, '') || 'pack'}.yaml`;
}

async function namesOf(tx: Tx, cypher: string, parameters: Record<string, unknown>): Promise<string> {
  return (await tx.run(cypher, parameters)).map((row) => String(row['name'])).join('-');
}
