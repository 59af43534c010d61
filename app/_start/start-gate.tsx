'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../_trpc/client.ts';
import { StartScreen } from './start-screen.tsx';

/** Until the graph can be read, the start is shown instead of the places. */
export function StartGate({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const { data: stages } = useQuery(
    trpc.start.stages.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        state.data?.every((stage) => stage.state === 'done') === true ? false : 1000,
    }),
  );
  const graph = stages?.find(({ name }) => name === 'migrations');
  if (stages !== undefined && graph?.state !== 'done') return <StartScreen stages={stages} />;
  return children;
}
