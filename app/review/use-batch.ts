'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { useTRPC } from '../_trpc/client.ts';

/** As many as one change takes. */
const most = 100;

export type Batch = ReturnType<typeof useBatch>;

/** Proposals chosen to be decided together; off until the person asks for it. What leaves the queue leaves the batch. */
export function useBatch(waiting: readonly Proposal[]) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [picked, setPicked] = useState<ReadonlyMap<Proposal['id'], Proposal> | null>(null);
  const toggle = ({ ...proposal }: Proposal) => {
    setPicked((before) => {
      const next = new Map(before);
      if (!next.delete(proposal.id) && next.size < most) next.set(proposal.id, proposal);
      return next;
    });
  };
  return {
    isOn: picked !== null,
    picked: [...(picked?.values() ?? [])],
    has: (id: Proposal['id']) => picked?.has(id) === true,
    start: () => setPicked(new Map()),
    stop: () => setPicked(null),
    toggle,
    /** Adds what waits of this one's kind with its first note at either end, also beyond what the list shows. */
    async addOfNote({ kind, from }: Proposal) {
      const listed = await queryClient.fetchQuery(
        trpc.proposals.list.queryOptions({ kind, sceneId: from.id, limit: most }),
      );
      const ofList = waiting.filter((each) => each.kind === kind && each.from.id === from.id);
      setPicked((before) => {
        const next = new Map(before);
        for (const each of [...ofList, ...listed.proposals]) if (next.size < most) next.set(each.id, each);
        return next;
      });
    },
  };
}
