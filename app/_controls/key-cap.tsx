import styles from './key-cap.module.css';

/** A key of the keyboard; not shown where there is none. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className={styles.key} aria-hidden>
      {children}
    </kbd>
  );
}
