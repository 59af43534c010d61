'use client';
import { Menu } from '@base-ui/react/menu';
import { useHotkeys } from '@tanstack/react-hotkeys';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Proposal, RejectReason } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import { KeyCap } from '../_controls/key-cap.tsx';
import menu from '../_controls/menu.module.css';
import { useUndo } from '../_shell/undo.tsx';
import { useDialog } from '../_shell/url-state.ts';
import styles from './decision-bar.module.css';
import { ReasonMenu } from './reason-menu.tsx';
import { RelationMenu } from './relation-menu.tsx';

interface Props {
  proposal: Proposal;
  onAccept: () => void;
  onReject: (reason?: RejectReason) => void;
  onLater: () => void;
  onStep: (by: number) => void;
}

/** Accept, reject and why, another relation, later: each a key, each a button under the thumb. */
export function DecisionBar({ proposal, onAccept, onReject, onLater, onStep }: Props) {
  const t = useTranslations('review');
  const { undoDecision } = useUndo();
  const [dialog, setDialog] = useDialog();
  const [open, setOpen] = useState<'reason' | 'relation' | null>(null);
  const isLink = proposal.kind === 'link' || proposal.kind === 'relation';

  useHotkeys(
    [
      { hotkey: 'A', callback: onAccept },
      { hotkey: 'R', callback: () => setOpen('reason') },
      { hotkey: 'E', callback: () => isLink && setOpen('relation') },
      { hotkey: 'S', callback: onLater },
      { hotkey: 'U', callback: undoDecision },
      { hotkey: 'J', callback: () => onStep(1) },
      { hotkey: 'K', callback: () => onStep(-1) },
    ],
    { ignoreInputs: true, enabled: open === null && dialog === null },
  );

  return (
    <div className={styles.bar} role="toolbar" aria-label={t('title')}>
      <Button className={styles.accept} look="main" size="large" keyCap="A" onClick={onAccept}>
        {t('accept')}
      </Button>
      <ReasonMenu
        kind={proposal.kind}
        className={styles.reject}
        isOpen={open === 'reason'}
        onOpen={(isOpen) => setOpen(isOpen ? 'reason' : null)}
        onReject={onReject}
      />
      {isLink && (
        <RelationMenu
          className={styles.wide}
          proposal={proposal}
          isOpen={open === 'relation'}
          onOpen={(isOpen) => setOpen(isOpen ? 'relation' : null)}
        />
      )}
      <Button className={styles.wide} size="large" keyCap="S" onClick={onLater}>
        {t('later')}
      </Button>
      <span className={styles.rest}>
        <Button look="quiet" onClick={undoDecision}>
          {t('undo')} <KeyCap>U</KeyCap>
        </Button>
        <Button look="quiet" onClick={() => void setDialog('keys')}>
          {t('allKeys')} <KeyCap>?</KeyCap>
        </Button>
      </span>
      <Menu.Root>
        <Menu.Trigger render={<Button className={styles.more} size="large" aria-label={t('more')} />}>
          <Ellipsis size={18} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={menu.positioner} side="top" sideOffset={8} align="end">
            <Menu.Popup className={menu.popup}>
              {isLink && (
                <Menu.Item className={menu.item} onClick={() => setOpen('relation')}>
                  {t('edit')}
                </Menu.Item>
              )}
              <Menu.Item className={menu.item} onClick={onLater}>
                {t('later')}
              </Menu.Item>
              <Menu.Item className={menu.item} onClick={() => onStep(-1)}>
                {t('keys.previous')}
              </Menu.Item>
              <Menu.Item className={menu.item} onClick={() => onStep(1)}>
                {t('keys.next')}
              </Menu.Item>
              <Menu.Item className={menu.item} onClick={undoDecision}>
                {t('undo')}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
