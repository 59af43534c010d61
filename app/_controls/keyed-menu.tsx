'use client';
import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from './button.tsx';
import { KeyCap } from './key-cap.tsx';
import menu from './menu.module.css';

interface Props<Value extends string> {
  className: string | undefined;
  /** what the button says */
  words: string;
  /** A capital letter: the place opens the menu by it, and within the menu it does `onLetter`. */
  letter: string;
  onLetter: () => void;
  title: string;
  options: readonly { value: Value; words: string }[];
  /** Marked among the options; without it there is no place for a mark. */
  chosen?: Value;
  onChoose: (value: Value) => void;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** what stands below the options */
  children: ReactNode;
}

/** A menu for quick hands: a figure chooses, the letter once more does the other thing. */
export function KeyedMenu<Value extends string>({ options, onChoose, onOpen, ...given }: Props<Value>) {
  function press(event: KeyboardEvent) {
    const option = options[Number(event.key) - 1];
    const isLetter = event.code === `Key${given.letter}`;
    if (option === undefined && !isLetter) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(false);
    if (isLetter) given.onLetter();
    else if (option !== undefined) onChoose(option.value);
  }

  return (
    <Menu.Root open={given.isOpen} onOpenChange={onOpen}>
      <Menu.Trigger render={<Button className={given.className} size="large" keyCap={given.letter} />}>
        {given.words}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} side="top" sideOffset={8} align="start">
          <Menu.Popup className={menu.popup} onKeyDownCapture={press}>
            <Menu.Group>
              <Menu.GroupLabel className={menu.label}>{given.title}</Menu.GroupLabel>
              {options.map(({ value, words }, index) => (
                <Menu.Item key={value} className={menu.item} onClick={() => onChoose(value)}>
                  {given.chosen !== undefined && (
                    <span className={menu.check}>
                      {value === given.chosen && <Check size={15} aria-hidden />}
                    </span>
                  )}
                  <span className={menu.grow}>{words}</span>
                  <KeyCap>{String(index + 1)}</KeyCap>
                </Menu.Item>
              ))}
            </Menu.Group>
            {given.children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
