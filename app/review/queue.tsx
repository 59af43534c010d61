'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { ChoiceMenu } from '../_controls/choice-menu.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { JoinedSoFar } from './joined-so-far.tsx';
import { ProposeMenu } from './propose-menu.tsx';
import { useWaitingDecisions } from '../_scene/use-waiting-decisions.ts';
import styles from './queue.module.css';
import type { Batch } from './use-batch.ts';
import { Understood } from './understood.tsx';
import { type Show, shows, type useQueue } from './use-queue.ts';
import { useQuotes } from '../_shell/use-quotes.ts';

/** How many are left, how good the last ones were, and the queue itself. */
export function Queue({ state, batch }: { state: ReturnType<typeof useQueue>; batch: Batch }) {
  const t = useTranslations('review');
  const { proposals, index, left, queue, choose } = state;
  const waiting = useWaitingDecisions();
  return (
    <div className={styles.queue} data-batch={batch.isOn || undefined}>
      <div className={styles.head}>
        <span className={styles.left} data-testid="left">
          {queue.data &&
            (state.show === 'stale' ? t('stale.count', { count: left }) : t('left', { count: left }))}
        </span>
        <ProposeMenu />
        <ShowMenu show={state.show} onShow={(show) => void state.setShow(show)} />
      </div>
      {waiting > 1 && <output className={styles.stale}>{t('waiting', { count: waiting })}</output>}
      <LastOnes />
      <Understood />
      <JoinedSoFar />
      {state.show !== 'stale' && left > 1 && (
        <button type="button" className={styles.stale} onClick={batch.isOn ? batch.stop : batch.start}>
          {batch.isOn ? t('batch.stop') : t('batch.start')}
        </button>
      )}
      {state.stale > 0 && state.show !== 'stale' && (
        <button type="button" className={styles.stale} onClick={() => void state.setShow('stale')}>
          {t('stale.count', { count: state.stale })}
        </button>
      )}
      {queue.data === undefined && <SkeletonLines widths={[0.9, 0.6, 0.8, 0.5, 0.9, 0.4]} />}
      <ol className={styles.list} aria-label={t('queue')}>
        {proposals.map((proposal, at) => (
          <QueueRow
            key={proposal.id}
            proposal={proposal}
            isCurrent={at === index}
            onChoose={() => choose(proposal.id)}
            batch={batch}
          />
        ))}
      </ol>
      {state.showMore !== null && left > proposals.length && (
        <button type="button" className={styles.stale} onClick={state.showMore}>
          {t('showMore')}
        </button>
      )}
    </div>
  );
}

function QueueRow({
  proposal,
  isCurrent,
  onChoose,
  batch,
}: {
  proposal: Proposal;
  isCurrent: boolean;
  onChoose: () => void;
  batch: Batch;
}) {
  const t = useTranslations('review');
  const { quoted } = useQuotes();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { kind } = proposal;
  const isDraft = kind === 'scene' && proposal.name === null;
  const isNamed = kind === 'concept' || kind === 'merge' || kind === 'split' || kind === 'scene';
  return (
    <li className={styles.item}>
      {batch.isOn && (
        <input
          type="checkbox"
          className={styles.pick}
          checked={batch.has(proposal.id)}
          aria-label={t('batch.pick', { title: `${proposal.from.title} → ${proposal.to.title}` })}
          onChange={() => batch.toggle(proposal)}
        />
      )}
      <button
        ref={row}
        type="button"
        className={styles.row}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles.names}>
          {isDraft ? `${quoted(proposal.to.title)} → ${t('sceneDraft')}` : rowTitle(proposal, quoted)}
        </span>
        <span className={styles.kind} data-kind={proposal.kind}>
          {isNamed
            ? t(isDraft ? 'sceneDraft' : kind === 'scene' ? 'bridge.short' : `${kind}.short`)
            : t(`relationShort.${proposal.relation}`)}
        </span>
      </button>
    </li>
  );
}

function ShowMenu({ show, onShow }: { show: Show; onShow: (show: Show) => void }) {
  const t = useTranslations('review');
  return (
    <ChoiceMenu
      label={`${t('filter')}: ${t(`kinds.${show}`)}`}
      align="end"
      value={show}
      options={shows.map((value) => ({ value, words: t(`kinds.${value}`) }))}
      onChoose={onShow}
    >
      {t(`kinds.${show}`)}
      <ChevronDown size={14} aria-hidden />
    </ChoiceMenu>
  );
}

function rowTitle({ kind, name, from, to }: Proposal, quoted: (text: string) => string): string {
  if (kind === 'concept' || kind === 'scene') return quoted(name ?? '');
  if (kind === 'split') return `${quoted(from.title)} ≠ ${quoted(name ?? '')}`;
  return kind === 'merge' ? `${from.title} = ${to.title}` : `${from.title} → ${to.title}`;
}

const lastCount = 20;

/** How the last decisions went: what the queue was worth lately. */
function LastOnes() {
  const t = useTranslations('review');
  const { data } = useQuery(useTRPC().history.list.queryOptions({ limit: 60 }));
  if (data === undefined) return null;
  const last = data
    .filter(({ kind, undone }) => !undone && (kind === 'accept' || kind === 'reject'))
    .slice(0, lastCount);
  return (
    <p className={styles.last}>
      {last.length === 0
        ? t('noneYet')
        : t('lastOnes', {
            count: last.length,
            accepted: last.filter(({ kind }) => kind === 'accept').length,
          })}
    </p>
  );
}
