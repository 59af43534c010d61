import styles from './skeleton.module.css';

/** Grey lines in the places of the words to come. Widths are shares of the column, 0–1. */
export function SkeletonLines({ widths }: { widths: readonly number[] }) {
  const lines = widths.map((width, index) => ({ key: `line-${index}`, width: `${width * 100}%` }));
  return (
    <div className={styles.lines} aria-hidden>
      {lines.map(({ key, width }) => (
        <span key={key} className={styles.line} style={{ width }} />
      ))}
    </div>
  );
}
