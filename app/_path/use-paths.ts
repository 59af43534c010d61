'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { useTRPC } from '../_trpc/client.ts';

const parts = {
  /** scenes to go by way of, in their order, joined by a comma; empty: no path is asked for */
  path: parseAsString.withDefault(''),
  /** which of the ways is shown, from 0 */
  way: parseAsInteger.withDefault(0),
};

/** Which scenes are to be connected, and the ways between them. All of it is in the address. */
export function usePaths() {
  const trpc = useTRPC();
  const [{ path, way }, set] = useQueryStates(parts, { history: 'push' });
  const stops = path === '' ? [] : path.split(',');
  const isAsked = stops.length > 1;
  const paths = useQuery(
    trpc.field.paths.queryOptions({ ids: stops }, { enabled: isAsked, placeholderData: keepPreviousData }),
  );
  return {
    stops,
    isAsked,
    paths,
    way,
    /** the way that is shown; null while there is none */
    chosen: (isAsked ? paths.data?.[way] : undefined) ?? null,
    connect: (ids: readonly string[]) => void set({ path: ids.join(','), way: 0 }),
    choose: (index: number) => void set({ way: index }),
    leave: () => void set(null),
  };
}
