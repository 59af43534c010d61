import type { ReactNode } from 'react';
import styles from './page-column.module.css';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** A place that is read from top to bottom: one column under its title. */
export function PageColumn({ title, lead, children }: Props) {
  return (
    <div className={styles.scroll}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.title}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </header>
        {children}
      </div>
    </div>
  );
}
