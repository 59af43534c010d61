'use client';
import { useQuery } from '@tanstack/react-query';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './link-view.module.css';
import { useZoneFacts } from './use-zone-facts.ts';

/** Which dark zones a proposal would light or bring nearer, where it joins no regions. */
export function Lights({ proposal: { id, state } }: { proposal: Proposal }) {
  const zoneFacts = useZoneFacts();
  const [vault] = useVault();
  const { data } = useQuery({
    ...useTRPC().gaps.preview.queryOptions({
      ids: [id],
      regions: null,
      ...(vault !== null && { vaultId: vault }),
    }),
    enabled: state === 'pending',
  });
  const facts = zoneFacts(data);
  if (facts.length === 0) return null;
  return (
    <p className={styles.joins} data-testid="effect">
      {facts.join(', ')}
    </p>
  );
}
