'use client';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Proposal, RejectReason } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import bar from './decision-bar.module.css';
import { ReasonMenu } from './reason-menu.tsx';
import type { Batch } from './use-batch.ts';

interface Props {
  batch: Batch;
  current: Proposal | undefined;
  onAccept: () => void;
  onReject: (reason?: RejectReason) => void;
  onStep: (by: number) => void;
}

/** Decides what is chosen as one change: the same keys as for one, X chooses. */
export function BatchBar({ batch, current, onAccept, onReject, onStep }: Props) {
  const t = useTranslations('review');
  const [isAsking, setAsking] = useState(false);
  const isEmpty = batch.picked.length === 0;
  useHotkeys(
    [
      { hotkey: 'A', callback: () => !isEmpty && onAccept() },
      { hotkey: 'R', callback: () => !isEmpty && setAsking(true) },
      { hotkey: 'X', callback: () => current && batch.toggle(current) },
      { hotkey: 'J', callback: () => onStep(1) },
      { hotkey: 'K', callback: () => onStep(-1) },
      { hotkey: 'Escape', callback: batch.stop },
    ],
    { ignoreInputs: true, enabled: !isAsking },
  );
  return (
    <div className={bar.bar} role="toolbar" aria-label={t('batch.start')}>
      {!isEmpty && (
        <>
          <Button className={bar.accept} look="main" size="large" keyCap="A" onClick={onAccept}>
            {t('accept')}
          </Button>
          <ReasonMenu
            kind={null}
            className={bar.reject}
            isOpen={isAsking}
            onOpen={setAsking}
            onReject={onReject}
          />
        </>
      )}
    </div>
  );
}
