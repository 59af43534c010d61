'use client';
import { useTranslations } from 'use-intl';
import type { GapsView } from '../../graph-schema/views/gap.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { type Pair, regionsOf } from './find-pair.ts';
import styles from './gap-panel.module.css';
import { useChosen, usePreview } from './use-acceptances.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

/** What accepting the ticked proposals would do, before it is done. */
export function Preview({ view, pair }: { view: GapsView; pair: Pair | null }) {
  const t = useTranslations('gaps.preview');
  const { quoted } = useQuotes();
  const { count, decimal, thousandths } = useMeasures();
  const { chosen } = useChosen();
  const preview = usePreview(pair && regionsOf(view, pair));
  if (preview === undefined) return null;
  const { distance, joined, modularity, lit, lights } = preview;
  const steps = (value: number | null) => (value === null ? t('noWay') : decimal(value));
  return (
    <section className={styles.preview} aria-live="polite" data-testid="preview">
      <h3 className={styles.previewTitle}>{t('title', { count: chosen.length })}</h3>
      {joined && (
        <p>
          {t('joined', { before: count(joined.before), after: count(joined.after) })}
          {pair?.chance && `, ${t('chance', { mean: decimal(pair.chance.mean) })}`}
        </p>
      )}
      {distance && <p>{t('distance', { before: steps(distance.before), after: steps(distance.after) })}</p>}
      <p>{t('parted', { before: thousandths(modularity.before), after: thousandths(modularity.after) })}</p>
      <p>
        {lights.length === 0
          ? t('lightsNone', { lit: lit.after.length })
          : t('lights', { names: lights.map(({ name }) => quoted(name)).join(', ') })}
      </p>
    </section>
  );
}
