'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { useTRPC } from '../_trpc/client.ts';
import { nameOf } from '../_shell/model-name.ts';
import styles from './model-words.module.css';

/** The reason in a sentence and who wrote it; until it comes, that it is not needed to decide. */
export function ModelWords({ proposal }: { proposal: Proposal }) {
  const t = useTranslations('review');
  const { reason, reasonBy, model, models } = proposal;
  const isByModel = reasonBy === 'model' && reason !== null;
  const { data: presence } = useQuery(useTRPC().models.presence.queryOptions());
  // nobody is going to say anything
  if (reason === null && presence?.some(({ reasons }) => reasons) !== true) return null;
  return (
    <section className={styles.words}>
      <h3 className={styles.label}>{isByModel || reason === null ? t('model') : t('template')}</h3>
      {reason === null ? (
        <p className={styles.later}>{t('modelLater')}</p>
      ) : (
        <p className={styles.reason} data-by={reasonBy}>
          {reason}
        </p>
      )}
      {reason !== null && (
        <p className={styles.who}>
          {isByModel && model !== null
            ? t('checked', { model: nameOf(model) })
            : models.length === 0
              ? t('modelNone')
              : models.map(nameOf).join(' · ')}
        </p>
      )}
    </section>
  );
}
