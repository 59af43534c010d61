'use client';
import { FaultPanel } from './_controls/fault-panel.tsx';
import styles from './field/field.module.css';

/** A place that broke says so in its own space; the frame around it goes on. */
export default function PlaceError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <div className={styles.middle}>
      <FaultPanel error={error} onRetry={reset} />
    </div>
  );
}
