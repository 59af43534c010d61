'use client';
import { useTranslations } from 'use-intl';
import type { PackPreview } from '../../graph-schema/views/pack-view.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { MapSketch } from '../field/map-sketch.tsx';
import styles from './packs.module.css';

const kinds = ['scenes', 'concepts', 'links', 'passages', 'decisions'] as const;
const columns = ['total', 'new', 'same', 'changed'] as const;

/** A pack before it is taken in: as counts, as a map, as a list of scenes with what happens to each. */
export function PreviewCard({ preview }: { preview: PackPreview }) {
  const t = useTranslations('packs');
  const tc = useTranslations('packConflicts');
  const { count } = useMeasures();
  const placed = preview.scenes.flatMap(({ id, title, x, y, state }) =>
    x === null || y === null ? [] : [{ id, title, x, y, hue: null, isHollow: state === 'new' }],
  );
  const counts = (column: (typeof columns)[number]) =>
    column === 'total' ? preview.counts : preview[column];
  return (
    <section className={styles.card} data-testid="pack-preview">
      <h2 className={styles.name}>{preview.title}</h2>
      {preview.about !== '' && <p>{preview.about}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('counts.what')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`counts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`row.${kind}`)}</th>
              {columns.map((column) => (
                <td key={column}>{count(counts(column)[kind])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.conflicts.length > 0 && (
        <>
          <h3>{t('import.conflicts')}</h3>
          <ul className={styles.problems}>
            {preview.conflicts.map((conflict) => (
              <li key={`${conflict.id}${conflict.what}`} className={styles.problem}>
                {conflict.title}: {conflictWords(tc, conflict.what)}
              </li>
            ))}
          </ul>
        </>
      )}
      {placed.length > 1 && <MapSketch label={t('import.map')} points={placed} lines={preview.links} />}
      <h3>{t('import.scenesTitle')}</h3>
      <ul className={styles.scenes}>
        {preview.scenes.map(({ id, title, state }) => (
          <li key={id} className={styles.row}>
            <span className={styles.grow}>{title}</span>
            <span className={styles.faint}>{t(`state.${state}`)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.faint}>{t('export.digest', { digest: preview.digest })}</p>
    </section>
  );
}

function conflictWords(t: ReturnType<typeof useTranslations<'packConflicts'>>, what: string): string {
  const key = what as 'file';
  return t.has(key) ? t(key) : what;
}
