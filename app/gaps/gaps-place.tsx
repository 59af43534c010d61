'use client';
import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useLocale, useTranslations } from 'use-intl';
import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';
import { EmptyState } from '../_controls/empty-state.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { PageHead } from '../_controls/page-head.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useSelectedScene, useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { Decided } from './decided.tsx';
import { findPair } from './find-pair.ts';
import { GapLists } from './gap-lists.tsx';
import { GapMatrix } from './gap-matrix.tsx';
import { GapPanel } from './gap-panel.tsx';
import { MatrixFile } from './matrix-file.tsx';
import { SettledScenes } from './settled-scenes.tsx';
import styles from './gaps.module.css';
import { Zones } from './zones.tsx';
import { useQuotes } from '../_shell/use-quotes.ts';

/** Where knowledge is not joined up, and what would join it. */
export function GapsPlace() {
  const t = useTranslations('gaps');
  const [vault] = useVault();
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  const [chosen, setChosen] = useQueryState('gap', parseAsString.withOptions({ history: 'push' }));
  const [scene, setScene] = useSelectedScene();
  const gaps = useQuery(
    useTRPC().field.gaps.queryOptions({ language, ...(vault !== null && { vaultId: vault }) }),
  );
  const { data } = gaps;
  const gap = data?.gaps.find(({ id }) => id === chosen) ?? null;
  const pair = data === undefined ? null : findPair(data, chosen, gap);

  function choose(id: string) {
    void setScene(null);
    void setChosen(id);
  }

  if (data !== undefined && isEmpty(data))
    return <EmptyState title={t('empty.title')} text={t('empty.text')} />;
  return (
    <div className={styles.gaps} data-panel={scene === null && (gap !== null || pair !== null)}>
      <div className={styles.scroll}>
        <PageHead title={t('title')} lead={t(data?.basis === 'few' ? 'leadFew' : 'lead')} />
        {gaps.error && <FaultPanel error={gaps.error} onRetry={() => void gaps.refetch()} />}
        {data === undefined && !gaps.error && (
          <SkeletonLines widths={[0.3, 0.4, 0.5, 0.6, 0.7, 0.7, 0.7, 0.7]} />
        )}
        {data?.basis === 'counting' && <output className={styles.notes}>{t('counting')}</output>}
        {data && <Zones view={data} onChoose={choose} />}
        {data && <SettledScenes scenes={data.settled} />}
        <Decided />
        {data && data.matrix.length > 0 && <GapMatrix view={data} chosen={pair} onChoose={choose} />}
        {data && data.matrix.length > 0 && <SetAside aside={data.aside} />}
        {data && !isUncounted(data) && (data.matrix.length > 0 || data.zones.length > 0) && <MatrixFile />}
        {data && <GapLists gaps={data.gaps} basis={data.basis} chosen={chosen} onChoose={choose} />}
      </div>
      {data && scene === null && (gap !== null || pair !== null) && (
        <GapPanel
          key={chosen}
          view={data}
          gap={gap as Gap | null}
          pair={pair}
          onClose={() => void setChosen(null)}
        />
      )}
    </div>
  );
}

/** Nothing to find gaps in, and no zone that is lit or could be. */
function isEmpty({ regions, gaps, zones, offered }: GapsView): boolean {
  return regions.length < 2 && gaps.length + zones.length + offered.length === 0;
}

/** Not even figures of an earlier field are there yet. */
function isUncounted({ basis, matrix }: GapsView): boolean {
  return basis === 'counting' && matrix.every(({ chance }) => chance === null);
}

/** Hubs and dated notes, which no pair counts. */
function SetAside({ aside }: Pick<GapsView, 'aside'>) {
  const t = useTranslations('gaps');
  const { quoted } = useQuotes();
  if (aside.length === 0) return null;
  const titles = aside.slice(0, 3).map(({ title }) => quoted(title));
  return <p className={styles.notes}>{t('aside', { count: aside.length, titles: titles.join(', ') })}</p>;
}
