'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useProposalTitle } from '../_scene/use-proposal-title.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './batch.module.css';
import type { Batch } from './use-batch.ts';

/** What is chosen, and what deciding it together would change, before it is done. */
export function BatchView({ batch, current }: { batch: Batch; current: Proposal | undefined }) {
  const t = useTranslations('review');
  const title = useProposalTitle();
  const { picked } = batch;
  const ids = picked.map(({ id }) => id);
  const preview = useQuery(
    useTRPC().proposals.preview.queryOptions(
      { ids },
      { enabled: ids.length > 0, placeholderData: keepPreviousData },
    ),
  );
  return (
    <div className={styles.view} data-testid="batch">
      {ids.length === 0 ? (
        <p className={styles.none}>{t('batch.none')}</p>
      ) : (
        <h2 className={styles.title}>{t('batch.chosen', { count: ids.length })}</h2>
      )}
      {current && current.kind === 'link' && (
        <Button className={styles.ofNote} onClick={() => void batch.addOfNote(current)}>
          {t('batch.ofNote', { title: current.from.title })}
        </Button>
      )}
      {preview.error && <FaultPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      {ids.length > 0 && preview.data && (
        <ul className={styles.effects}>
          {preview.data.links > 0 && (
            <li>{t('batch.links', { count: preview.data.links, notes: preview.data.notes })}</li>
          )}
          {preview.data.joins.map(({ from, to, links, now }) => (
            <li key={`${from} ${to}`}>{t('batch.joins', { from, to, links, now })}</li>
          ))}
          {preview.data.scenes > 0 && <li>{t('batch.scenes', { count: preview.data.scenes })}</li>}
          <li>{t('batch.reject')}</li>
          {preview.data.decided > 0 && <li>{t('batch.decided', { count: preview.data.decided })}</li>}
        </ul>
      )}
      <ol className={styles.list}>
        {picked.map((proposal) => (
          <li key={proposal.id}>{title(proposal)}</li>
        ))}
      </ol>
    </div>
  );
}
