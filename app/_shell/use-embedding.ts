'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/client.ts';
import { isOpen } from './job-tray.tsx';

/** Percent of the passages that have their meaning already, while it is being made; null when it is not. */
export function useEmbedding(): number | null {
  const { data: jobs = [] } = useQuery(useTRPC().jobs.list.queryOptions());
  const job = jobs.find((each) => each.name === 'embed' && isOpen(each));
  return job === undefined ? null : Math.floor(100 * (job.progress ?? 0));
}
