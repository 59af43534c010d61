'use client';
import '../_shell/zod-without-eval.ts';
import { Menu } from '@base-ui/react/menu';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { RejectReason } from '../../graph-schema/proposal.ts';
import { Button } from '../_controls/button.tsx';
import { KeyCap } from '../_controls/key-cap.tsx';
import menu from '../_controls/menu.module.css';

interface Props {
  className: string | undefined;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onReject: (reason?: RejectReason) => void;
}

/** Rejecting and why: a figure chooses the reason, R once more goes without one. */
export function ReasonMenu({ className, isOpen, onOpen, onReject }: Props) {
  const t = useTranslations('review');

  function press(event: KeyboardEvent) {
    const reason = RejectReason.options[Number(event.key) - 1];
    const isPlain = event.code === 'KeyR';
    if (reason === undefined && !isPlain) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(false);
    onReject(isPlain ? undefined : reason);
  }

  return (
    <Menu.Root open={isOpen} onOpenChange={onOpen}>
      <Menu.Trigger render={<Button className={className} size="large" keyCap="R" />}>
        {t('reject')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} side="top" sideOffset={8} align="start">
          <Menu.Popup className={menu.popup} onKeyDownCapture={press}>
            <Menu.Group>
              <Menu.GroupLabel className={menu.label}>{t('reason.title')}</Menu.GroupLabel>
              {RejectReason.options.map((reason, index) => (
                <Menu.Item key={reason} className={menu.item} onClick={() => onReject(reason)}>
                  <span className={menu.grow}>{t(`reason.${reason}`)}</span>
                  <KeyCap>{String(index + 1)}</KeyCap>
                </Menu.Item>
              ))}
              <p className={menu.label}>{t('reasonHint')}</p>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
