'use client';
import { useQuery } from '@tanstack/react-query';
import type { EndpointView } from '../../graph-schema/views/endpoint-view.ts';
import { useTRPC } from '../_trpc/client.ts';

/** Models on servers that are not this computer, where passages and notes go, with their hosts. */
export function useFarModels(): { role: EndpointView['role']; place: string }[] {
  const { data = [] } = useQuery(useTRPC().endpoints.list.queryOptions());
  return data
    .filter(({ isFar, isAllowed }) => isFar && isAllowed)
    .map(({ role, address }) => ({ role, place: new URL(address).host }));
}
