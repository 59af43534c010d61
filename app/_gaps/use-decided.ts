'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';

/** What decisions joined; null while they joined nothing, or nobody has worked out what is wanting. */
export function useDecided() {
  const [vault] = useVault();
  const asked = vault === null ? {} : { vaultId: vault };
  const { data } = useQuery({
    ...useTRPC().gaps.decided.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return data && data.joined.length + data.newlyLit.length + data.written.length > 0 ? data : null;
}
