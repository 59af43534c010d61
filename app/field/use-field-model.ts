'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFieldState, useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { mapModel, type Switch, switches } from './map-model.ts';

const noProposals: never[] = [];

/** The part of the field that the address asks for, and what of it is shown. */
export function useFieldModel() {
  const trpc = useTRPC();
  const [vault] = useVault();
  const [{ region, around, depth, hide, only, colour, who }] = useFieldState();
  const view = useQuery(
    trpc.field.view.queryOptions(
      {
        zoom: 'all',
        ...(vault !== null && { vaultId: vault }),
        ...(region !== null && around === null && { regionId: region }),
        ...(around !== null && { around, depth: Math.min(3, Math.max(1, depth)) }),
        ...((who === 'person' || who === 'model') && { role: who }),
        ...(who.startsWith('=') && { speaker: who.slice(1) }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const { data: listed } = useQuery(trpc.proposals.list.queryOptions({ limit: 60 }));
  const hidden = useMemo(() => new Set(hide.split(',').filter((id) => id !== '')), [hide]);
  const off = useMemo(
    () => new Set<Switch>(switches.filter((name) => only.split(',').includes(name))),
    [only],
  );
  const proposals = listed?.proposals ?? noProposals;
  const model = useMemo(
    () => view.data && mapModel(view.data, { proposals, filters: { hidden, off }, colouring: colour }),
    [view.data, proposals, hidden, off, colour],
  );
  return { view, model, hidden, off, pending: listed?.counts.pending ?? 0 };
}
