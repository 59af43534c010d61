'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Box } from '../../graph-schema/views/field-view.ts';
import { usePeriod } from '../_changed/use-period.ts';
import { usePaths } from '../_path/use-paths.ts';
import { useFieldState, useSelectedScene, useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { mapModel, type Switch, switches } from './map-model.ts';
import { windowOf } from './window-of.ts';

const noProposals: never[] = [];

/** The part of the field that the address asks for, and what of it is shown. `window`: what is in sight; null: all of it. */
export function useFieldModel(window: Box | null) {
  const trpc = useTRPC();
  const [vault] = useVault();
  const [scene] = useSelectedScene();
  const { chosen } = usePaths();
  const { period } = usePeriod();
  const [{ region, around, depth, hide, only, colour, who }] = useFieldState();
  const role: 'person' | 'model' | undefined = who === 'person' || who === 'model' ? who : undefined;
  const asked = {
    zoom: 'all' as const,
    ...period,
    ...(vault !== null && { vaultId: vault }),
    ...(region !== null && around === null && { regionId: region }),
    ...(around !== null && { around, depth: Math.min(3, Math.max(1, depth)) }),
    ...(role !== undefined && { role }),
    ...(who.startsWith('=') && { speaker: who.slice(1) }),
  };
  const far = useQuery(trpc.field.view.queryOptions(asked, { placeholderData: keepPreviousData }));
  // What cannot all be shown at once shows more to a nearer look, and what the person has before them.
  const focus = [...(scene === null ? [] : [scene]), ...(chosen?.scenes.map(({ id }) => id) ?? [])];
  const isPart = far.data?.isWhole === false && (window !== null || focus.length > 0);
  const near = useQuery(
    trpc.field.view.queryOptions(
      { ...asked, ...(window && { window: windowOf(window) }), ...(focus.length > 0 && { focus }) },
      { placeholderData: keepPreviousData, enabled: isPart },
    ),
  );
  const view = isPart && near.data !== undefined ? near : far;
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
