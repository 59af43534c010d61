'use client';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import type { AppRouter } from '../../server/trpc/router.ts';
import { useTRPC } from '../_trpc/client.ts';

/** What lies in the field, by the names that a reader sees: the vault of talks goes by its word in their language. */
export function useVaults() {
  const t = useTranslations('shell.vaults');
  const select = useCallback(
    (vaults: inferRouterOutputs<AppRouter>['vaults']['list']) =>
      vaults.map((vault) => (vault.id === conversationsVaultId ? { ...vault, name: t('talks') } : vault)),
    [t],
  );
  return useQuery(useTRPC().vaults.list.queryOptions(undefined, { select }));
}
