'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
import heard from '../_controls/heard.module.css';
import chip from '../_controls/chip.module.css';
import styles from './marks-bar.module.css';
import { useActs } from './use-acts.ts';
import { useMarks } from './use-marks.ts';
import { useSight } from './use-sight.ts';

interface Props {
  regionOf: (id: string) => string | null;
  /** below the table, not over the map */
  isTable: boolean;
}

/** What is marked and what can be done with it; what is out of sight and the way back. */
export function MarksBar({ regionOf, isTable }: Props) {
  const t = useTranslations('edit');
  const { marked, veiled, folded, setMarked } = useMarks();
  const sight = useSight();
  const { groups } = useActs({ ids: marked, regionId: regionOf(marked[0] ?? '') });
  const regions = [...new Set(marked.flatMap((id) => regionOf(id) ?? []))];
  if (marked.length === 0 && !sight.isChanged) return <output className={heard.heard} />;
  const acts = marked.length < 2 ? [] : groups.flat().filter(({ id }) => id !== 'clear');
  return (
    <section
      className={styles.bar}
      aria-label={t('marks.label')}
      data-testid="marks-bar"
      data-table={isTable}
    >
      {marked.length > 0 && (
        <>
          <output className={styles.count}>{t('marks.count', { count: marked.length })}</output>
          {acts.map(({ id, words, run }) => (
            <button key={id} type="button" className={chip.chip} onClick={run}>
              {words.replace(/…$/, '')}
            </button>
          ))}
          {regions.length > 0 && (
            <button
              type="button"
              className={chip.chip}
              onClick={() => {
                sight.fold(regions);
                setMarked([]);
              }}
            >
              {t('acts.foldAll', { count: regions.length })}
            </button>
          )}
          <IconButton
            label={t('acts.clear')}
            icon={<X size={16} aria-hidden />}
            onClick={() => setMarked([])}
          />
        </>
      )}
      {sight.isChanged && (
        <span className={styles.count}>
          {[
            veiled.length > 0 && t('marks.hidden', { count: veiled.length }),
            folded.length > 0 && t('marks.folded', { count: folded.length }),
          ]
            .filter((words) => words !== false)
            .join(' · ')}
        </span>
      )}
      {sight.acts.map(({ id, words, run }) => (
        <button key={id} type="button" className={chip.chip} onClick={run}>
          {words}
        </button>
      ))}
    </section>
  );
}
