'use client';
import { useTranslations } from 'use-intl';
import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { asText } from '../_trpc/fault.ts';
import styles from './cell.module.css';

/** What keeps a cell from its result, and what to do. */
export function CellTrouble({ problem }: { problem: CellProblem }) {
  const t = useTranslations('notebook.problems');
  const te = useTranslations('errors');
  const { code, values, fault } = problem;
  if (code === 'fault')
    return (
      <div className={styles.trouble} data-problem={fault ?? code} role="alert">
        <p>{te(`${fault ?? 'internal'}.what`, asText(values))}</p>
        <p className={styles.cure}>{te(`${fault ?? 'internal'}.cure`, asText(values))}</p>
      </div>
    );
  return (
    <div className={styles.trouble} data-problem={code} role="alert">
      <p>{t(`${code}.what`, values)}</p>
      <p className={styles.cure}>{t(`${code}.cure`, values)}</p>
    </div>
  );
}
