import type { FieldGraph, FieldRegionRow } from './field-graph.ts';
import { onceAField } from './once-a-field.ts';

const keptOf = onceAField(() => new Map<string, ReadonlySet<string>>());

/** Regions that are a vault's: those mostly of its notes; where there are none, all that have any. A few notes in another's region do not make it theirs. */
export function homeRegions(field: FieldGraph, vaultId: string): ReadonlySet<string> {
  const kept = keptOf(field);
  const known = kept.get(vaultId);
  if (known) return known;
  const idsOf = (isIts: (own: number, all: number) => boolean) =>
    field.regions
      .filter((region) => isIts(ownIn(region, vaultId), region.members.length))
      .map(({ id }) => id);
  const mostly = idsOf((own, all) => own * 2 >= all);
  const found = new Set<string>(mostly.length > 0 ? mostly : idsOf((own) => own > 0));
  kept.set(vaultId, found);
  return found;
}

function ownIn({ members }: FieldRegionRow, vaultId: string): number {
  return members.filter((scene) => scene.vaultId === vaultId).length;
}
