'use client';
import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef, useState } from 'react';
import type { FieldEvent } from '../../server/trpc/events.ts';
import { useTRPC } from './client.ts';

/** Events come in bursts; what they touch is asked again once in this time. Milliseconds. */
const gatherMs = 350;
const againMs = 2_000;

/** The page's one event stream: it marks what changed as stale, so that what is on screen asks again. */
export function EventStream() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [markStale] = useState(() => gatherStale(queryClient));

  function keysOf(event: FieldEvent): QueryKey[] {
    switch (event.type) {
      case 'job':
        return [trpc.jobs.list.queryKey(), ...(event.job.state === 'done' ? [trpc.vaults.pathKey()] : [])];
      case 'change':
        return [
          trpc.history.pathKey(),
          trpc.field.pathKey(),
          trpc.gaps.pathKey(),
          trpc.editing.pathKey(),
          trpc.proposals.pathKey(),
          trpc.packs.list.queryKey(),
          trpc.vaults.pathKey(),
          trpc.notebooks.pathKey(),
          trpc.searches.pathKey(),
          trpc.views.pathKey(),
          trpc.conversation.pathKey(),
        ];
      case 'proposals':
        // what waits is what a scene's doubt is made of
        return [
          trpc.proposals.pathKey(),
          trpc.gaps.pathKey(),
          trpc.field.gaps.pathKey(),
          trpc.field.measure.pathKey(),
        ];
      case 'field':
        return [trpc.field.pathKey(), trpc.gaps.pathKey(), trpc.vaults.pathKey()];
      case 'stages':
        return [trpc.start.pathKey()];
      case 'model':
        return [trpc.models.pathKey()];
      case 'notebook':
        return [trpc.notebooks.read.queryKey({ id: event.id }), trpc.notebooks.list.queryKey()];
    }
  }

  const { status, reset } = useSubscription(
    trpc.events.stream.subscriptionOptions(undefined, {
      onData({ data }) {
        markStale(keysOf(data));
      },
    }),
  );
  const hasBeenUp = useRef(false);
  const wasLost = useRef(false);
  useEffect(() => {
    if (status === 'pending' && wasLost.current) {
      // what happened meanwhile was told to nobody
      wasLost.current = false;
      void queryClient.invalidateQueries();
    }
    if (status === 'error' || status === 'connecting') wasLost.current = hasBeenUp.current;
    if (status === 'pending') hasBeenUp.current = true;
    // an answer that is no stream (the app is starting) ends the browser's own attempts
    if (status !== 'error') return;
    const timer = setTimeout(reset, againMs);
    return () => clearTimeout(timer);
  }, [status, reset, queryClient]);
  return null;
}

/** Collects keys for a moment, then marks all of them stale at once. */
function gatherStale(queryClient: QueryClient): (keys: readonly QueryKey[]) => void {
  const stale = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (keys) => {
    for (const key of keys) stale.set(JSON.stringify(key), key);
    timer ??= setTimeout(() => {
      timer = undefined;
      const gathered = [...stale.values()];
      stale.clear();
      for (const queryKey of gathered) void queryClient.invalidateQueries({ queryKey });
    }, gatherMs);
  };
}
