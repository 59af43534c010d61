'use client';
import { useTranslations } from 'use-intl';
import type { CellView } from '../../graph-schema/views/notebook-view.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import styles from './cell.module.css';

/** How a cell stands: when it ran, of what, and why that is no longer so. */
export function CellFacts({ cell, isUnsaved }: { cell: CellView; isUnsaved: boolean }) {
  const t = useTranslations('notebook');
  const { when, thousandths, count } = useMeasures();
  const { state, staleBy, ranAt, seconds, madeFrom } = cell;
  return (
    <p className={styles.facts} data-state={state}>
      {(state === 'running' || state === 'queued' || state === 'notRun') && (
        <span>{t(`states.${state}`)}</span>
      )}
      {state === 'stale' && staleBy !== null && (
        <span className={styles.stale}>
          {t('states.stale')}: {t(`staleBy.${staleBy}`)}
        </span>
      )}
      {ranAt !== null && state !== 'running' && (
        <span title={madeFrom === null ? undefined : t('madeFrom', { change: count(madeFrom.change) })}>
          {t('ran', { when: when(ranAt), seconds: thousandths(seconds ?? 0) })}
        </span>
      )}
      {isUnsaved && <span>{t('unsaved')}</span>}
    </p>
  );
}
