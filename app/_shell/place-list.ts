import { Blocks, Map, ListChecks, NotebookText, Settings2, Unplug, type LucideIcon } from 'lucide-react';
import { type Place, places } from './url-state.ts';

const icons: Record<Place, LucideIcon> = {
  field: Map,
  review: ListChecks,
  gaps: Unplug,
  notebook: NotebookText,
  packs: Blocks,
  settings: Settings2,
};

/** The places, in the order of the rail; `key` goes there from anywhere. */
export const placeList = places.map((place, index) => ({
  place,
  path: `/${place}`,
  icon: icons[place],
  key: String(index + 1),
}));
