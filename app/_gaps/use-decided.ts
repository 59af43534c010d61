'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';

/** What decisions joined or ruled out; null while they did neither, or nobody has worked out what is wanting. */
export function useDecided() {
  const [vault] = useVault();
  const asked = vault === null ? {} : { vaultId: vault };
  const { data } = useQuery({
    ...useTRPC().gaps.decided.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  const all = data ? [data.joined, data.newlyLit, data.written, data.settled] : [];
  return data && all.some(({ length }) => length > 0) ? data : null;
}
