'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import { IconButton } from '../../_controls/icon-button.tsx';
import menu from '../../_controls/menu.module.css';
import { useFieldState } from '../../_shell/url-state.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import styles from '../legend.module.css';
import { hiddenKey } from './hidden-classes.ts';
import { LensMark } from './lens-mark.tsx';
import type { LensReading } from './read-lens.ts';
import { useLensWords } from './use-lens-words.ts';

interface Props {
  reading: LensReading;
  regions: FieldView['regions'];
  hidden: ReadonlySet<string>;
}

/** What the colours say, class by class; each can be hidden, or be the only one. */
export function LensClasses({ reading, regions, hidden }: Props) {
  const t = useTranslations('lens');
  const { count } = useMeasures();
  const { classWords } = useLensWords(regions);
  const [, setState] = useFieldState();
  const { lens, classes } = reading;
  const keyOf = (key: string) => hiddenKey(lens, key);
  const others = [...hidden].filter((one) => !classes.some(({ key }) => keyOf(key) === one));
  const show = (keys: readonly string[]) => void setState({ hide: [...others, ...keys].join(',') });
  const away = classes.map(({ key }) => keyOf(key)).filter((key) => hidden.has(key));

  function only(key: string) {
    const rest = classes.map((one) => keyOf(one.key)).filter((one) => one !== keyOf(key));
    const isOnly = away.length === rest.length && !hidden.has(keyOf(key));
    show(isOnly ? [] : rest);
  }

  return (
    <ul aria-label={t(`by.${lens}`)}>
      {classes.map((one) => {
        const name = classWords(lens, one);
        const isAway = hidden.has(keyOf(one.key));
        return (
          <li key={one.key} className={styles.row} data-hidden={isAway}>
            <button
              type="button"
              className={styles.name}
              aria-label={`${t('only', { name })}, ${one.count}`}
              onClick={() => only(one.key)}
            >
              <LensMark tone={one.tone} />
              <span className={styles.words}>{name}</span>
              <span className={menu.faint}>{count(one.count)}</span>
            </button>
            <IconButton
              label={isAway ? t('show', { name }) : t('hide', { name })}
              icon={isAway ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
              onClick={() =>
                show(isAway ? away.filter((key) => key !== keyOf(one.key)) : [...away, keyOf(one.key)])
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
