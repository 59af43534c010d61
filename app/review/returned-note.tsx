'use client';
import { useTranslations } from 'use-intl';
import styles from './stale-note.module.css';

/** It was rejected before: what was quoted then, and that it is gone. */
export function ReturnedNote({ lost }: { lost: readonly string[] }) {
  const t = useTranslations('review');
  return (
    <div className={styles.note} role="note" data-testid="returned">
      <p>{t('returned')}</p>
      {lost.map((text) => (
        <p key={text} className={styles.was}>
          {t('stale.was', { text })}
        </p>
      ))}
    </div>
  );
}
