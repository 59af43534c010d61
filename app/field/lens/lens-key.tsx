'use client';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import { useFieldState } from '../../_shell/url-state.ts';
import { hiddenKey } from './hidden-classes.ts';
import styles from './lens-key.module.css';
import { LensMark } from './lens-mark.tsx';
import { isGraded, type LensReading } from './read-lens.ts';
import { useLensWords } from './use-lens-words.ts';

/** More classes than these are in the legend only. */
const mostShown = 6;

interface Props {
  reading: LensReading;
  regions: FieldView['regions'];
  hidden: ReadonlySet<string>;
}

/** The key to the colours at hand; a press takes a class out of sight, another brings it back. */
export function LensKey({ reading, regions, hidden }: Props) {
  const t = useTranslations('lens');
  const { classWords } = useLensWords(regions);
  const [, setState] = useFieldState();
  const { lens, classes } = reading;

  function toggle(key: string) {
    const next = new Set(hidden);
    if (!next.delete(hiddenKey(lens, key))) next.add(hiddenKey(lens, key));
    void setState({ hide: [...next].join(',') });
  }

  return (
    <ul className={styles.key} aria-label={t(`by.${lens}`)} data-graded={isGraded(lens)}>
      {classes.slice(0, mostShown).map((one) => {
        const isShown = !hidden.has(hiddenKey(lens, one.key));
        const name = classWords(lens, one);
        return (
          <li key={one.key}>
            <button
              type="button"
              className={styles.entry}
              aria-pressed={isShown}
              title={isShown ? t('hide', { name }) : t('show', { name })}
              onClick={() => toggle(one.key)}
            >
              <LensMark tone={one.tone} />
              {name}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
