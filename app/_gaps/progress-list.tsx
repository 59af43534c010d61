'use client';
import { useTranslations } from 'use-intl';
import type { MatrixProgress } from '../../graph-schema/views/gap.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useQuotes } from '../_shell/use-quotes.ts';
import styles from './progress-list.module.css';

const mostPairs = 5;

/** What became of gaps: zones lit, scenes written, regions joined, those that closed first. */
export function ProgressList({ progress }: { progress: MatrixProgress }) {
  const t = useTranslations('gaps.progress');
  const ts = useTranslations('shell.acts');
  const { count } = useMeasures();
  const { quoted } = useQuotes();
  const { lit, gaps, newlyLit, goneDark, written, joined, settled } = progress;
  const names = (all: readonly string[]) => all.map(quoted).join(', ');
  const isSame = [newlyLit, goneDark, written, joined, settled].every(({ length }) => length === 0);
  return (
    <div className={styles.list}>
      <span>{t('lit', { before: count(lit.before), now: count(lit.now) })}</span>
      {gaps.before !== gaps.now && (
        <span>{t('gaps', { before: count(gaps.before), now: count(gaps.now) })}</span>
      )}
      {newlyLit.length > 0 && <span>{t('newlyLit', { names: names(newlyLit) })}</span>}
      {goneDark.length > 0 && <span>{t('goneDark', { names: names(goneDark) })}</span>}
      {written.length > 0 && <span>{t('written', { names: names(written) })}</span>}
      <Pairs joined={joined.slice(0, mostPairs)} />
      {joined.length > mostPairs && (
        <details>
          <summary>
            {ts('more')} · {count(joined.length - mostPairs)}
          </summary>
          <Pairs joined={joined.slice(mostPairs)} />
        </details>
      )}
      {settled.length > 0 && (
        <span>{t('settled', { pairs: settled.map((regions) => regions.join(' — ')).join('; ') })}</span>
      )}
      {isSame && <span>{t('same')}</span>}
    </div>
  );
}

function Pairs({ joined }: Pick<MatrixProgress, 'joined'>) {
  const t = useTranslations('gaps.progress');
  const { count } = useMeasures();
  return joined.map(({ regions, before, now, closed }) => (
    <span key={regions.join()} className={styles.pair}>
      {t(closed ? 'closed' : 'joined', {
        regions: regions.join(' — '),
        before: count(before),
        now: count(now),
      })}
    </span>
  ));
}
