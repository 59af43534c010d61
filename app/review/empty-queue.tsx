'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { EmptyState } from '../_controls/empty-state.tsx';
import { usePropose } from '../_shell/commands.ts';
import { isOpen } from '../_shell/job-tray.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './batch.module.css';
import { ProposalKind } from '../../graph-schema/proposal.ts';
import type { Show } from './use-queue.ts';

/** What a search for proposals ended with. */
const Found = z.object({ proposals: z.int(), dropped: z.record(z.string(), z.int()) });

/** Nothing to decide: what fills the queue, or that it is being filled. */
export function EmptyQueue({ show }: { show: Show }) {
  const t = useTranslations('review.empty');
  const [vault] = useVault();
  const { undoDecision } = useUndo();
  const { data: jobs } = useQuery(useTRPC().jobs.list.queryOptions());
  const propose = usePropose();
  const kind = ProposalKind.safeParse(show);
  const isOther = kind.success && kind.data !== 'link' && kind.data !== 'scene';
  const isRunning =
    propose.isPending ||
    jobs?.some((job) => isOpen(job) && (job.name === 'propose' || (job.name === 'draft' && !isOther))) ===
      true;
  const last = jobs
    ?.filter(({ name, state }) => name === 'propose' && state === 'done')
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
  const found = Found.safeParse(last?.result);
  const isWeak = !isRunning && !isOther && show !== 'across' && found.success && found.data.proposals === 0;
  const isAside = show === 'later' || show === 'stale';
  const where = vault === null ? {} : { vault };
  useHotkeys([{ hotkey: 'U', callback: undoDecision }], { ignoreInputs: true });
  const words = isWeak ? 'weak' : isOther ? 'kind' : show === 'across' ? 'across' : 'text';
  const text = t(isRunning ? 'running' : words);
  return (
    <EmptyState title={isWeak && !isAside ? t('weakTitle') : t('title')} text={isAside ? t(show) : text}>
      {isWeak && !isAside && <WhyNothing dropped={found.data.dropped} />}
      {!isRunning && isOther && (
        <Button look="main" size="large" onClick={() => propose.mutate({ kind: kind.data, ...where })}>
          {t('lookFor')}
        </Button>
      )}
      {!isRunning && !isAside && !isOther && (
        <>
          <Button look="main" size="large" onClick={() => propose.mutate({ kind: 'link', ...where })}>
            {t('act')}
          </Button>
          <Button size="large" onClick={() => propose.mutate({ kind: 'scene', ...where })}>
            {t('drafts')}
          </Button>
        </>
      )}
    </EmptyState>
  );
}

/** Why the last search brought nothing, by reason and number, and what would help. */
function WhyNothing({ dropped }: { dropped: Record<string, number> }) {
  const t = useTranslations('proposals.dropped');
  const tr = useTranslations('review.empty');
  const { format } = new Intl.NumberFormat(useLocale());
  return (
    <div className={styles.why}>
      <ul>
        {Object.entries(dropped).map(([reason, count]) => {
          const key = reason as 'rejected';
          return (
            <li key={reason}>
              {t.has(key) ? t(key) : reason}: {format(count)}
            </li>
          );
        })}
      </ul>
      <p>{tr('weakCure')}</p>
    </div>
  );
}
