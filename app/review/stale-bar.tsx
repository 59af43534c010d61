'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import { KeyCap } from '../_controls/key-cap.tsx';
import { usePropose } from '../_shell/commands.ts';
import { isOpen } from '../_shell/job-tray.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useDialog } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './decision-bar.module.css';

interface Props {
  proposal: Proposal;
  onDrop: () => void;
  onStep: (by: number) => void;
}

/** What can be done with a proposal whose quotes are gone: look for others, or drop it. */
export function StaleBar({ proposal: { id, staleReason }, onDrop, onStep }: Props) {
  const t = useTranslations('review');
  const { undoDecision } = useUndo();
  const [dialog] = useDialog();
  const propose = usePropose();
  const { data: jobs } = useQuery(useTRPC().jobs.list.queryOptions());
  const isLooking = propose.isPending || jobs?.some((job) => isOpen(job) && job.name === 'propose') === true;
  const canLook = staleReason === 'evidence_changed' && !isLooking;
  const look = () => canLook && propose.mutate({ again: id });
  useHotkeys(
    [
      { hotkey: 'L', callback: look },
      { hotkey: 'R', callback: onDrop },
      { hotkey: 'U', callback: undoDecision },
      { hotkey: 'J', callback: () => onStep(1) },
      { hotkey: 'K', callback: () => onStep(-1) },
    ],
    { ignoreInputs: true, enabled: dialog === null },
  );
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('title')}>
      {staleReason === 'evidence_changed' && (
        <Button
          className={styles.accept}
          look="main"
          size="large"
          keyCap="L"
          disabled={!canLook}
          onClick={look}
        >
          {isLooking ? t('stale.looking') : t('stale.look')}
        </Button>
      )}
      <Button className={styles.reject} size="large" keyCap="R" onClick={onDrop}>
        {t('stale.drop')}
      </Button>
      <span className={styles.rest}>
        <Button look="quiet" onClick={undoDecision}>
          {t('undo')} <KeyCap>U</KeyCap>
        </Button>
      </span>
    </div>
  );
}
