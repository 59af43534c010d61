'use client';
import type { RouterInputs } from '../_trpc/client.ts';
import { usePeriod } from '../_changed/use-period.ts';
import { useFieldState, useVault } from '../_shell/url-state.ts';

export type AskedField = RouterInputs['field']['view'];

/** The part of the field that the address asks for. */
export function useAskedField(): AskedField {
  const [vault] = useVault();
  const { period } = usePeriod();
  const [{ region, around, depth, who }] = useFieldState();
  const role: 'person' | 'model' | undefined = who === 'person' || who === 'model' ? who : undefined;
  return {
    zoom: 'all',
    ...period,
    ...(vault !== null && { vaultId: vault }),
    ...(region !== null && around === null && { regionId: region }),
    ...(around !== null && { around, depth: Math.min(3, Math.max(1, depth)) }),
    ...(role !== undefined && { role }),
    ...(who.startsWith('=') && { speaker: who.slice(1) }),
  };
}
