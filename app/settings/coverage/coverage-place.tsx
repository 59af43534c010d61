'use client';
import { useQuery } from '@tanstack/react-query';
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import type { Coverage } from '../../../graph-schema/views/coverage.ts';
import chip from '../../_controls/chip.module.css';
import { EmptyState } from '../../_controls/empty-state.tsx';
import { FaultPanel } from '../../_controls/fault-panel.tsx';
import { PageColumn } from '../../_controls/page-column.tsx';
import { SkeletonLines } from '../../_controls/skeleton.tsx';
import { useMeasures } from '../../_shell/use-measures.ts';
import { useTRPC } from '../../_trpc/client.ts';
import { ConstructTable } from './construct-table.tsx';
import styles from './coverage.module.css';
import { FileList } from './file-list.tsx';
import { findFiles } from './find-files.ts';

const states = ['all', 'read', 'degraded', 'skipped', 'excluded', 'attachment'] as const;
type State = (typeof states)[number];

/** Every file of a vault: what was taken from it, what was not and why, and what to do. */
export function CoveragePlace() {
  const t = useTranslations('coverage');
  const [name] = useQueryState('name', parseAsString);
  const vaults = useQuery({ ...useTRPC().vaults.list.queryOptions(), enabled: name === null });
  const chosen = name ?? vaults.data?.[0]?.name ?? null;
  if (name === null && vaults.data?.length === 0)
    return <EmptyState title={t('empty.title')} text={t('empty.text')} />;
  return (
    <PageColumn title={t('title')} lead={chosen === null ? '' : t('lead', { name: chosen })}>
      {vaults.error && <FaultPanel error={vaults.error} />}
      {chosen !== null && <VaultCoverage name={chosen} />}
    </PageColumn>
  );
}

function VaultCoverage({ name }: { name: string }) {
  const coverage = useQuery(useTRPC().vaults.coverage.queryOptions({ name }));
  if (coverage.error) return <FaultPanel error={coverage.error} onRetry={() => void coverage.refetch()} />;
  if (coverage.data === undefined) return <SkeletonLines widths={[0.5, 0.8, 0.7, 0.9, 0.6]} />;
  return <Files coverage={coverage.data} />;
}

function Files({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('coverage');
  const ignored = useTranslations('vault.ignored');
  const { count } = useMeasures();
  const [typed, setTyped] = useQueryState('file', parseAsString.withDefault(''));
  const [state, setState] = useQueryState('state', parseAsStringLiteral(states).withDefault('all'));
  const asked = useDeferredValue(typed);
  const { files, totals } = coverage;
  const found = findFiles(files, { asked, state });
  const counts: Record<State, number> = { all: files.length, ...totals };
  return (
    <>
      <ConstructTable constructs={coverage.constructs} />
      <div className={styles.files}>
        <input
          className={styles.find}
          type="search"
          value={typed}
          placeholder={t('find')}
          aria-label={t('find')}
          onChange={(event) => void setTyped(event.target.value)}
        />
        <fieldset className={styles.states} aria-label={t('states')}>
          {states
            .filter((one) => one === 'all' || counts[one] > 0)
            .map((one) => (
              <button
                key={one}
                type="button"
                className={chip.chip}
                aria-pressed={one === state}
                onClick={() => void setState(one)}
              >
                {t(`state.${one}`)} {count(counts[one])}
              </button>
            ))}
        </fieldset>
        {found.length === 0 ? <p className={styles.none}>{t('nothing')}</p> : <FileList files={found} />}
        {totals.hidden + totals.links > 0 && (
          <p className={styles.none}>
            {t('notLooked', {
              what: [
                ...(totals.hidden > 0 ? [ignored('hidden', { count: totals.hidden })] : []),
                ...(totals.links > 0 ? [ignored('links', { count: totals.links })] : []),
              ].join(', '),
            })}
          </p>
        )}
      </div>
    </>
  );
}
