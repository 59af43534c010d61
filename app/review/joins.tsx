'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import type { SceneView } from '../../graph-schema/views/scene-view.ts';
import { useVault } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './link-view.module.css';
import { useZoneFacts } from './use-zone-facts.ts';

type Region = NonNullable<SceneView['region']>;

interface Props {
  proposal: Proposal;
  regions: readonly [Region, Region];
}

/** Which regions a link would join, and what that would do to the gap between them. */
export function Joins({ proposal, regions: [from, to] }: Props) {
  const t = useTranslations('review');
  const te = useTranslations('review.effect');
  const { count, decimal } = useMeasures();
  const zoneFacts = useZoneFacts();
  const [vault] = useVault();
  const isAcross = from.id !== to.id;
  const { data } = useQuery({
    ...useTRPC().gaps.preview.queryOptions({
      ids: [proposal.id],
      regions: isAcross ? [from.id, to.id] : null,
      ...(vault !== null && { vaultId: vault }),
    }),
    enabled: proposal.state === 'pending' && proposal.kind === 'link',
  });
  const { joined, wanting } = data ?? {};
  const facts = [
    // what a hub joins counts for no gap
    joined && joined.after > joined.before
      ? te('joined', { before: count(joined.before), after: count(joined.after) })
      : null,
    wanting?.closes ? te('closes') : null,
    joined && wanting && !wanting.closes && wanting.before > joined.before
      ? te('wanting', { expected: decimal(wanting.before) })
      : null,
    ...zoneFacts(data),
  ].filter((words) => words != null);
  return (
    <p className={styles.joins}>
      {isAcross ? t('joins', { from: from.name, to: to.name }) : t('within', { name: from.name })}
      {facts.length > 0 && <span data-testid="effect">: {facts.join(', ')}</span>}
    </p>
  );
}
