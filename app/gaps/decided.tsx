'use client';
import { useTranslations } from 'use-intl';
import { ProgressList } from '../_gaps/progress-list.tsx';
import { useDecided } from '../_gaps/use-decided.ts';
import styles from './zones.module.css';

/** What the person's decisions joined, against the same field without them. */
export function Decided() {
  const t = useTranslations('gaps.progress');
  const decided = useDecided();
  if (decided === null) return null;
  return (
    <section className={styles.zones} aria-label={t('title')} data-testid="decided">
      <h2 className={styles.heading}>{t('title')}</h2>
      <ProgressList progress={decided} />
    </section>
  );
}
