'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/client.ts';

/** The host of a person's own Neo4j that is not on this computer, where notes go; null when nothing leaves it. */
export function useFarGraph(): string | null {
  const { data } = useQuery(useTRPC().settings.read.queryOptions());
  if (data === undefined || data.neo4j.mode === 'managed') return null;
  const host = /^[a-z0-9+]+:\/\/(\[[^\]]*\]|[^:/?#]*)/i.exec(data.neo4j.uri)?.[1] ?? '';
  return /^(localhost|127(\.\d+){3}|\[::1\]|)$/i.test(host) ? null : host;
}
