import { Cloud } from 'lucide-react';
import chip from '../_controls/chip.module.css';
import styles from './far-chip.module.css';

/** A place that is not this computer and gets something of the field; `words` say what. */
export function FarChip({ place, words }: { place: string; words: string }) {
  return (
    <span className={[chip.chip, styles.far].join(' ')} title={words}>
      <Cloud size={15} strokeWidth={1.75} aria-label={words} />
      <span className={styles.place}>{place}</span>
    </span>
  );
}
