'use client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { useTRPC } from '../_trpc/client.ts';

interface Held {
  proposal: Proposal;
  /** its place in the queue, and which queue that was */
  index: number;
  of: string;
}

/**
 * The list with what is on the table in it, whatever the queue becomes meanwhile: a better order, or a search that runs, may take it out of the list, but nobody
 * decides what another card was when the key was pressed. It goes once it is decided: here (`letGo`), before that is written, or elsewhere. `of`: names the queue; another one
 * holds nothing.
 */
export function useHeld(listed: readonly Proposal[], { of, isKnown }: { of: string; isKnown: boolean }) {
  const [last, setLast] = useState<Held | null>(null);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const held = last?.of === of && !gone.has(last.proposal.id) ? last : null;
  const isLost = isKnown && held && !listed.some(({ id }) => id === held.proposal.id) ? held : null;
  const { data: now, isError } = useQuery(
    useTRPC().proposals.read.queryOptions(isLost ? { id: isLost.proposal.id } : skipToken),
  );
  const isOpen =
    isLost && !isError && (now?.id !== isLost.proposal.id || now.state === isLost.proposal.state);
  return {
    proposals: isOpen ? listed.toSpliced(isLost.index, 0, isLost.proposal) : listed,
    hold(proposal: Proposal, index: number) {
      if (gone.has(proposal.id)) return;
      if (last?.proposal !== proposal || last.index !== index || last.of !== of)
        setLast({ proposal, index, of });
    },
    letGo: (id: string) => setGone(new Set(gone).add(id)),
    heldId: held?.proposal.id ?? null,
  };
}
