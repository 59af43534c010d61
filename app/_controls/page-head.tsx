import styles from './page-head.module.css';

/** What a place is called, and what it is for. */
export function PageHead({ title, lead }: { title: string; lead?: string | undefined }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
    </header>
  );
}
