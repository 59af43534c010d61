'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { ProposalKind } from '../../graph-schema/proposal.ts';
import { useSelectedProposal, useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { useHeld } from './use-held.ts';

export const shows = ['all', 'across', ...ProposalKind.options, 'later', 'stale'] as const;
export type Show = (typeof shows)[number];

const none: never[] = [];
const [first, most] = [60, 200];

/** What is to be decided, best first, and which one is on the table. */
export function useQueue() {
  const [show, setShow] = useQueryState('show', parseAsStringLiteral(shows).withDefault('all'));
  const kind = ProposalKind.safeParse(show);
  const [chosen, setChosen] = useSelectedProposal();
  const [limit, setLimit] = useState(first);
  const [vault] = useVault();
  const queue = useQuery(
    useTRPC().proposals.list.queryOptions(
      {
        limit,
        ...(vault !== null && { vault }),
        ...((show === 'later' || show === 'stale') && { state: show }),
        ...(show === 'across' && { across: true }),
        ...(kind.success && { kind: kind.data }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const isKnown = queue.data !== undefined && !queue.isPlaceholderData;
  const { proposals, hold, letGo, heldId } = useHeld(queue.data?.proposals ?? none, {
    of: `${vault} ${show}`,
    isKnown,
  });
  const placeOf = (wanted: string | null) => proposals.findIndex(({ id }) => id === wanted);
  const index = [placeOf(chosen), placeOf(heldId), 0].find((at) => at >= 0) ?? 0;
  const current = proposals[index];
  // What is shown in the meantime is of the queue before.
  if (current !== undefined && isKnown) hold(current, index);
  const left = queue.data?.counts[show === 'later' || show === 'stale' ? show : 'pending'];
  return {
    queue,
    proposals,
    index,
    current,
    left: left ?? 0,
    /** null: all that is listed is shown */
    showMore: limit < most && proposals.length === limit ? () => setLimit(most) : null,
    stale: queue.data?.counts.stale ?? 0,
    show,
    setShow,
    choose: (id: string | null) => void setChosen(id),
    /** Goes to the next one, before the present one leaves the queue. */
    leave() {
      const next = proposals[index + 1] ?? proposals[index - 1];
      if (current !== undefined) letGo(current.id);
      void setChosen(next?.id ?? null);
    },
    step(by: number) {
      const next = proposals[Math.min(proposals.length - 1, Math.max(0, index + by))];
      if (next !== undefined) void setChosen(next.id);
    },
  };
}
