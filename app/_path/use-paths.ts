'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/client.ts';
import { usePathStops } from './use-path-stops.ts';

/** The ways between the scenes that are to be connected. */
export function usePaths() {
  const trpc = useTRPC();
  const { stops, isAsked, way } = usePathStops();
  const paths = useQuery(
    trpc.field.paths.queryOptions({ ids: stops }, { enabled: isAsked, placeholderData: keepPreviousData }),
  );
  return {
    paths,
    /** the way that is shown; null while there is none */
    chosen: (isAsked ? paths.data?.[way] : undefined) ?? null,
  };
}
