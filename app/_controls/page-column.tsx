import type { ReactNode } from 'react';
import { PageHead } from './page-head.tsx';
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
        <PageHead title={title} lead={lead} />
        {children}
      </div>
    </div>
  );
}
