'use client';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../../graph-schema/views/field-view.ts';
import menu from '../../_controls/menu.module.css';
import styles from '../legend.module.css';
import { LensClasses } from './lens-classes.tsx';
import { isGraded, type LensReading } from './read-lens.ts';

/** What is looked through; undefined until the field is there. */
export interface LensState {
  colour: LensReading | undefined;
  size: LensReading | undefined;
  /** figures are still being worked out */
  isWorking: boolean;
  /** from how many scenes bridges were estimated; null: counted */
  sampled: number | null;
}

interface Props {
  regions: FieldView['regions'];
  hidden: ReadonlySet<string>;
  lens: LensState;
}

/** What the colours mean, and the sizes; nothing where both say what they always do. */
export function LensLegend({ regions, hidden, lens: { colour, size, isWorking, sampled } }: Props) {
  const t = useTranslations('lens');
  if (colour === undefined || size === undefined) return null;
  const used = [...new Set([colour.lens, size.lens])];
  return (
    <>
      {colour.lens !== 'region' && (
        <>
          <h3 className={menu.label}>
            {t('colour')} {t(`by.${colour.lens}`)}
          </h3>
          <p className={styles.about}>{t(`about.${colour.lens}`)}</p>
          <LensClasses reading={colour} regions={regions} hidden={hidden} />
        </>
      )}
      {size.lens !== 'degree' && (
        <p className={styles.about}>
          {t(isGraded(size.lens) ? 'bySize.graded' : 'bySize.classes', { by: t(`by.${size.lens}`) })}
          {size.lens !== colour.lens && ` ${t(`about.${size.lens}`)}`}
        </p>
      )}
      {isWorking && <p className={styles.about}>{t('working')}</p>}
      {used.includes('betweenness') && sampled !== null && (
        <p className={styles.about}>{t('sampled', { count: sampled })}</p>
      )}
    </>
  );
}
