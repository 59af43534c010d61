import type { Zone } from '../../graph-schema/views/gap.ts';
import { withMore } from './zones.ts';

/** `sceneIds`: of a zone that a person named. */
export type ZoneOfScenes = Zone & { sceneIds?: readonly string[] };

/** What may be accepted: links between scenes, and ids of scenes that are missing no longer. */
export interface Acceptance {
  links: readonly { fromId: string; toId: string }[];
  filled: readonly string[];
}

/** A zone as it would be after acceptances. `regionOf`: of a note; undefined where it has none. */
export function zoneAfter(
  zone: ZoneOfScenes,
  { links, filled }: Acceptance,
  regionOf: (id: string) => string | undefined,
): ZoneOfScenes {
  const inside = new Set(zone.sceneIds);
  const isIn = (id: string) => (zone.kind === 'region' ? regionOf(id) === zone.id : inside.has(id));
  // one region for each link
  const regions = links
    .filter(({ fromId, toId }) => isIn(fromId) !== isIn(toId))
    .map(({ fromId, toId }) => regionOf(isIn(fromId) ? toId : fromId) ?? '');
  return { ...zone, ...withMore(zone, { regions, filled }) };
}
