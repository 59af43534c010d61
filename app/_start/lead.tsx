'use client';
import { useTranslations } from 'use-intl';
import { useFarGraph } from '../_shell/use-far-graph.ts';
import styles from './start-screen.module.css';

/** What the app does, and where what it reads goes. */
export function Lead() {
  const t = useTranslations('start');
  const ofGraph = useTranslations('shell.graph');
  const place = useFarGraph();
  return (
    <p className={styles.lead}>
      {t('lead')} {place === null ? t('local') : ofGraph('far', { place })}
    </p>
  );
}
