'use client';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import styles from './stale-note.module.css';

/** Why a proposal waits no longer, what was quoted, and what can be done. */
export function StaleNote({ proposal: { staleReason, lost, lookedAgain } }: { proposal: Proposal }) {
  const t = useTranslations('review.stale');
  if (staleReason === null) return null;
  return (
    <div className={styles.note} role="note" data-testid="stale">
      <p>{t(`reason.${staleReason}`)}</p>
      {lost.map(({ side, shown }) => (
        <p key={`${side}${shown}`} className={styles.was}>
          {t('was', { text: shown })}
        </p>
      ))}
      {staleReason === 'evidence_changed' && <p>{t(lookedAgain ? 'looked' : 'can')}</p>}
    </div>
  );
}
