import type { CSSProperties } from 'react';
import { toneCss } from './lens-colour.ts';
import styles from './lens-mark.module.css';
import type { Tone } from './read-lens.ts';

/** The sign of a class of scenes: its colour under the lens. */
export function LensMark({ tone }: { tone: Tone }) {
  return <span className={styles.mark} style={{ '--tone': toneCss(tone) } as CSSProperties} aria-hidden />;
}
