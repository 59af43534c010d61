'use client';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';

const parts = {
  /** scenes to go by way of, in their order, joined by a comma; empty: no path is asked for */
  path: parseAsString.withDefault(''),
  /** which of the ways is shown, from 0 */
  way: parseAsInteger.withDefault(0),
};

/** Which scenes are to be connected, and which way is shown: what the address says of it. */
export function usePathStops() {
  const [{ path, way }, set] = useQueryStates(parts, { history: 'push' });
  const stops = path === '' ? [] : path.split(',');
  return {
    stops,
    isAsked: stops.length > 1,
    way,
    connect: (ids: readonly string[]) => void set({ path: ids.join(','), way: 0 }),
    choose: (index: number) => void set({ way: index }),
    leave: () => void set(null),
  };
}
