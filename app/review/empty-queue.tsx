'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { EmptyState } from '../_controls/empty-state.tsx';
import { usePropose } from '../_shell/commands.ts';
import { isOpen } from '../_shell/job-tray.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import type { Show } from './use-queue.ts';

/** Nothing to decide: what fills the queue, or that it is being filled. */
export function EmptyQueue({ show }: { show: Show }) {
  const t = useTranslations('review.empty');
  const [vault] = useVault();
  const { undo } = useUndo();
  const { data: jobs } = useQuery(useTRPC().jobs.list.queryOptions());
  const propose = usePropose();
  const isRunning =
    propose.isPending ||
    jobs?.some((job) => isOpen(job) && (job.name === 'propose' || job.name === 'draft')) === true;
  const isAside = show === 'later' || show === 'stale';
  const where = vault === null ? {} : { vault };
  useHotkeys([{ hotkey: 'U', callback: () => undo() }], { ignoreInputs: true });
  return (
    <EmptyState title={t('title')} text={isAside ? t(show) : isRunning ? t('running') : t('text')}>
      {!isRunning && !isAside && (
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
