'use client';
import { Menu } from '@base-ui/react/menu';
import { createContext, Fragment, type ReactNode, useCallback, useContext, useState } from 'react';
import { KeyCap } from '../_controls/key-cap.tsx';
import menu from '../_controls/menu.module.css';
import styles from './acts-menu.module.css';
import { type About, useActs } from './use-acts.ts';

/** A menu at a place on the screen, CSS pixels. */
export interface AskedMenu extends About {
  x: number;
  y: number;
}

const MenuContext = createContext<(asked: AskedMenu) => void>(() => {});

/** Opens the menu of acts: for a right press, a long touch, the Menu key, or a button. */
export function useActsMenu(): (asked: AskedMenu) => void {
  return useContext(MenuContext);
}

export function ActsMenuProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<AskedMenu | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const open = useCallback((next: AskedMenu) => {
    setOpener(document.activeElement instanceof HTMLElement ? document.activeElement : null);
    setAsked(next);
    setOpen(true);
  }, []);
  return (
    <MenuContext value={open}>
      {children}
      {asked !== null && (
        <Menu.Root open={isOpen} onOpenChange={setOpen}>
          <Menu.Portal>
            <Menu.Positioner
              className={menu.positioner}
              anchor={{ getBoundingClientRect: () => DOMRect.fromRect({ x: asked.x, y: asked.y }) }}
              side="bottom"
              align="start"
              sideOffset={2}
            >
              <Menu.Popup className={menu.popup} finalFocus={() => opener}>
                <Acts about={asked} />
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      )}
    </MenuContext>
  );
}

function Acts({ about }: { about: About }) {
  const { title, groups } = useActs(about);
  return (
    <Menu.Group>
      <Menu.GroupLabel className={[menu.label, styles.title].join(' ')} dir="auto">
        {title}
      </Menu.GroupLabel>
      {groups
        .filter((group) => group.length > 0)
        .map((group, at) => (
          <Fragment key={group[0]?.id}>
            {at > 0 && <Menu.Separator className={menu.separator} />}
            {group.map(({ id, words, keyCap, run }) => (
              <Menu.Item key={id} className={menu.item} onClick={run}>
                <span className={menu.grow}>{words}</span>
                {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
    </Menu.Group>
  );
}
