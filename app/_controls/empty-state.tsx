import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface Props {
  title: string;
  text: string;
  children?: ReactNode;
}

/** Nothing here yet, and what would put something here. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.acts}>{children}</div>}
    </div>
  );
}
