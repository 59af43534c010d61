'use client';
import { useTranslations } from 'use-intl';
import type { SettingsView } from '../../graph-schema/views/settings-view.ts';
import styles from './settings.module.css';

/** Where the field is kept, and how to keep it elsewhere. */
export function Neo4jSection({ settings: { neo4j } }: { settings: SettingsView }) {
  const t = useTranslations('settings.neo4j');
  const ts = useTranslations('settings.sections');
  const facts = [
    [t('uri'), neo4j.uri],
    [t('database'), neo4j.database],
    [t('version'), neo4j.version],
  ].filter((fact): fact is [string, string] => fact[1] !== null);
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{ts('neo4j')}</h2>
      <div className={styles.card}>
        <p className={styles.row}>{t(neo4j.mode)}</p>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.row}>
            <span className={styles.words}>{name}</span>
            <span className={styles.path}>{value}</span>
          </div>
        ))}
        <p className={[styles.row, styles.faint].join(' ')}>{t('how')}</p>
      </div>
    </section>
  );
}
