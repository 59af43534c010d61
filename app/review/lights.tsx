'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { useVault } from '../_shell/url-state.ts';
import { useQuotes } from '../_shell/use-quotes.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './link-view.module.css';

/** Which dark zones a draft, or a name found, would light: those that lack nothing but this scene. */
export function Lights({ proposal: { id, state } }: { proposal: Proposal }) {
  const t = useTranslations('review.effect');
  const { quoted } = useQuotes();
  const [vault] = useVault();
  const { data } = useQuery({
    ...useTRPC().gaps.preview.queryOptions({
      ids: [id],
      regions: null,
      ...(vault !== null && { vaultId: vault }),
    }),
    enabled: state === 'pending',
  });
  const lights = data?.lights ?? [];
  if (lights.length === 0) return null;
  return (
    <p className={styles.joins} data-testid="effect">
      {t('lights', { names: lights.map(({ name }) => quoted(name)).join(', ') })}
    </p>
  );
}
