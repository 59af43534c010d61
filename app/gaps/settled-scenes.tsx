'use client';
import { useTranslations } from 'use-intl';
import type { GapsView } from '../../graph-schema/views/gap.ts';
import { useQuotes } from '../_shell/use-quotes.ts';
import { SettleAct } from './settle-act.tsx';
import styles from './zones.module.css';

/** Scenes that a person said need not be written: any may be called for again. */
export function SettledScenes({ scenes }: { scenes: GapsView['settled'] }) {
  const t = useTranslations('gaps.zones');
  const { quoted } = useQuotes();
  if (scenes.length === 0) return null;
  return (
    <details className={styles.wants} data-testid="settled-scenes">
      <summary>{t('settled', { count: scenes.length })}</summary>
      <ul className={styles.list}>
        {scenes.map(({ id, title }) => (
          <li key={id} className={styles.zone}>
            <span>{quoted(title)}</span>
            <SettleAct of={[id]} isSettled />
          </li>
        ))}
      </ul>
    </details>
  );
}
