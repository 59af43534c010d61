'use client';
import { useTranslations } from 'use-intl';
import type { Stage } from '../../graph-schema/views/stage.ts';
import { Mark } from '../_shell/mark.tsx';
import { Lead } from './lead.tsx';
import { StageList } from './stage-list.tsx';
import styles from './start-screen.module.css';

/** Nothing can be opened yet: what is being started, and what is in the way. */
export function StartScreen({ stages }: { stages: Stage[] }) {
  const t = useTranslations('start');
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <p className={styles.name}>
          <Mark /> Scenefield
        </p>
        <h1 className={styles.title}>{t('title')}</h1>
        <Lead />
        <StageList stages={stages} />
      </div>
    </main>
  );
}
