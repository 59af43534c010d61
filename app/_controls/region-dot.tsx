import type { CSSProperties } from 'react';
import styles from './region-dot.module.css';

/** The sign of a region: its hue, at the lightness and chroma that all regions share. */
export function RegionDot({ hue }: { hue: number | null }) {
  return (
    <span
      aria-hidden
      className={hue === null ? styles.none : styles.dot}
      style={{ '--hue': hue ?? 0 } as CSSProperties}
    />
  );
}
