'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../_trpc/client.ts';
import { Lead } from './lead.tsx';
import { OpenFolder } from './open-folder.tsx';
import { StageList } from './stage-list.tsx';
import { Starters } from './starters.tsx';
import start from './start-screen.module.css';
import styles from './welcome.module.css';

/** The empty field: open a folder, or walk a field that ships with the app. */
export function Welcome() {
  const t = useTranslations('start');
  const { data: stages } = useQuery(useTRPC().start.stages.queryOptions());
  const isStarting = stages?.some(({ state }) => state !== 'done') === true;
  return (
    <div className={styles.welcome}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={start.title}>{t('title')}</h1>
          <Lead />
        </header>
        <div className={styles.ways}>
          <section className={styles.way} aria-labelledby="open-folder">
            <h2 id="open-folder" className={styles.title}>
              {t('open.title')}
            </h2>
            <p className={styles.text}>{t('open.text')}</p>
            <OpenFolder />
          </section>
          <section className={styles.way} aria-labelledby="starter-field">
            <h2 id="starter-field" className={styles.title}>
              {t('starter.title')}
            </h2>
            <p className={styles.text}>{t('starter.text')}</p>
            <Starters />
            {isStarting && stages && (
              <div className={styles.stages}>
                <p className={styles.text}>{t('canOpen')}</p>
                <StageList stages={stages} />
              </div>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}
