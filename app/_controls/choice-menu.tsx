'use client';
import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import chip from './chip.module.css';
import menu from './menu.module.css';

interface Props<Value extends string> {
  /** what the button says */
  children: ReactNode;
  /** the button's name, where its words alone do not say what is chosen with it */
  label?: string;
  /** Something else than the usual is chosen. */
  isPressed?: boolean;
  align: 'start' | 'end';
  value: Value;
  options: readonly { value: Value; words: string }[];
  onChoose: (value: Value) => void;
}

/** A chip that opens a menu of which one is chosen. */
export function ChoiceMenu<Value extends string>({ value, options, onChoose, ...button }: Props<Value>) {
  return (
    <Menu.Root>
      <Menu.Trigger className={chip.chip} aria-label={button.label} aria-pressed={button.isPressed}>
        {button.children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={8} align={button.align}>
          <Menu.Popup className={menu.popup}>
            <Menu.RadioGroup value={value} onValueChange={(next: Value) => onChoose(next)}>
              {options.map((one) => (
                <Menu.RadioItem key={one.value} value={one.value} className={menu.item} closeOnClick>
                  <span className={menu.check}>
                    <Menu.RadioItemIndicator>
                      <Check size={15} aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  {one.words}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
