'use client';
import { useTranslations } from 'use-intl';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useDecisions } from '../_scene/use-decisions.ts';
import { BatchBar } from './batch-bar.tsx';
import { BatchView } from './batch-view.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { ProposalView } from './proposal-view.tsx';
import { Queue } from './queue.tsx';
import { ReturnedNote } from './returned-note.tsx';
import heard from '../_controls/heard.module.css';
import styles from './review.module.css';
import { StaleBar } from './stale-bar.tsx';
import { StaleNote } from './stale-note.tsx';
import { useBatch } from './use-batch.ts';
import { useQueue } from './use-queue.ts';

/** One proposal is one decision: the queue, both sides, and the keys that decide. */
export function ReviewPlace() {
  const t = useTranslations('review');
  const state = useQueue();
  const decisions = useDecisions();
  const { queue, current } = state;
  const batch = useBatch(state.proposals);
  const ids = batch.picked.map(({ id }) => id);
  return (
    <div className={styles.review}>
      <Queue state={state} batch={batch} />
      <section className={styles.table} aria-label={t('title')}>
        <h1 className={heard.heard}>{t('title')}</h1>
        <div className={styles.scroll}>
          {queue.error && <FaultPanel error={queue.error} onRetry={() => void queue.refetch()} />}
          {queue.data === undefined && !queue.error && (
            <SkeletonLines widths={[0.6, 1, 1, 0.9, 1, 0.4, 0.7]} />
          )}
          {queue.data !== undefined && current === undefined && <EmptyQueue show={state.show} />}
          {batch.isOn && <BatchView batch={batch} current={current} />}
          {!batch.isOn && current?.state === 'stale' && <StaleNote proposal={current} />}
          {!batch.isOn && current?.returned && <ReturnedNote lost={current.returned} />}
          {!batch.isOn && current !== undefined && <ProposalView key={current.id} proposal={current} />}
        </div>
        {batch.isOn && (
          <BatchBar
            batch={batch}
            current={current}
            onAccept={() => {
              batch.stop();
              decisions.acceptAll(ids);
            }}
            onReject={(reason) => {
              batch.stop();
              decisions.rejectAll(ids, reason);
            }}
            onStep={state.step}
          />
        )}
        {!batch.isOn && current?.state === 'stale' && (
          <StaleBar
            key={current.id}
            proposal={current}
            onDrop={() => {
              state.leave();
              decisions.reject(current);
            }}
            onStep={state.step}
          />
        )}
        {!batch.isOn && current !== undefined && current.state !== 'stale' && (
          <DecisionBar
            proposal={current}
            onAccept={() => {
              state.leave();
              decisions.accept(current);
            }}
            onReject={(reason) => {
              state.leave();
              decisions.reject(current, reason);
            }}
            onLater={() => {
              state.leave();
              decisions.later(current);
            }}
            onStep={state.step}
          />
        )}
      </section>
    </div>
  );
}
