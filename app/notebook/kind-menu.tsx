'use client';
import { Menu } from '@base-ui/react/menu';
import { type ReactElement, type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { InputKind } from '../../graph-schema/views/notebook-view.ts';
import menu from '../_controls/menu.module.css';
import { cellKindViews, offeredKinds } from './cells/cell-kind-views.ts';

interface Props {
  trigger: ReactElement;
  title: string;
  isOpen?: boolean;
  onOpen?: (isOpen: boolean) => void;
  onChoose: (kind: InputKind) => void;
  /** what has the focus when the menu is gone; without it what was chosen takes it, else the trigger */
  after?: RefObject<HTMLElement | null>;
}

/** Every kind of cell, to add one or to make one another. */
export function KindMenu({ trigger, title, isOpen, onOpen, onChoose, after }: Props) {
  const hasChosen = useRef(false);
  function focusAfter() {
    const isChosen = hasChosen.current;
    hasChosen.current = false;
    return after?.current ?? !isChosen;
  }
  const t = useTranslations('notebook.cell');
  return (
    <Menu.Root {...(isOpen !== undefined && { open: isOpen })} {...(onOpen && { onOpenChange: onOpen })}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={6} align="end">
          <Menu.Popup className={menu.popup} finalFocus={focusAfter}>
            <Menu.Group>
              <Menu.GroupLabel className={menu.label}>{title}</Menu.GroupLabel>
              {offeredKinds.map((kind) => {
                const Sign = cellKindViews[kind].icon;
                return (
                  <Menu.Item
                    key={kind}
                    className={menu.item}
                    onClick={() => {
                      hasChosen.current = true;
                      onChoose(kind);
                    }}
                  >
                    <Sign size={16} strokeWidth={1.75} aria-hidden />
                    {t(kind)}
                  </Menu.Item>
                );
              })}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
