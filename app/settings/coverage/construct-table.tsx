'use client';
import { useTranslations } from 'use-intl';
import type { Constructs } from '../../../graph-schema/views/coverage.ts';
import { useMeasures } from '../../_shell/use-measures.ts';
import styles from './coverage.module.css';
import { useConstructName } from './use-construct-name.ts';

/** What stands in the notes, by construct, and how much of it is in the field. */
export function ConstructTable({ constructs }: { constructs: Constructs }) {
  const t = useTranslations('coverage');
  const nameOf = useConstructName();
  const { count } = useMeasures();
  const rows = Object.entries(constructs).toSorted((a, b) => b[1].found - a[1].found);
  if (rows.length === 0) return null;
  return (
    <table className={styles.constructs} aria-label={t('constructs')}>
      <thead>
        <tr>
          <th scope="col">{t('constructs')}</th>
          <th scope="col">{t('found')}</th>
          <th scope="col">{t('taken')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { found, taken }]) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>{count(found)}</td>
            <td data-short={taken < found}>{count(taken)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
