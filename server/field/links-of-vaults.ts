import type { VaultId } from '../../graph-schema/ids.ts';
import { onceAField } from './once-a-field.ts';

/** Of each vault: how many links its notes have outwards, and how many scenes they call for that are not written. */
export const linksOfVaults = onceAField((field): ReadonlyMap<string, { links: number; missing: number }> => {
  const counts = new Map<VaultId, { links: number; missing: Set<string> }>();
  for (const { from, to } of field.links) {
    const vaultId = field.sceneById.get(from)?.vaultId;
    if (vaultId == null) continue;
    const count = counts.get(vaultId) ?? { links: 0, missing: new Set<string>() };
    count.links += 1;
    if (field.sceneById.get(to)?.state === 'missing') count.missing.add(to);
    counts.set(vaultId, count);
  }
  return new Map([...counts].map(([id, { links, missing }]) => [id, { links, missing: missing.size }]));
});
