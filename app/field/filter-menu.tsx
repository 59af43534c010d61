'use client';
import { Menu } from '@base-ui/react/menu';
import { Check, ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import chip from '../_controls/chip.module.css';
import menu from '../_controls/menu.module.css';
import { useFieldState } from '../_shell/url-state.ts';
import { type Switch, switches } from './map-model.ts';

/** What is in sight. All but the last are on until switched off. */
export function FilterMenu({ off }: { off: ReadonlySet<Switch> }) {
  const t = useTranslations('field');
  const [, setState] = useFieldState();

  function toggle(name: Switch) {
    const next = new Set(off);
    if (!next.delete(name)) next.add(name);
    void setState({ only: [...next].join(',') });
  }

  return (
    <Menu.Root>
      <Menu.Trigger className={chip.chip} aria-pressed={off.size > 0}>
        <ListFilter size={15} strokeWidth={1.75} aria-hidden />
        {t('filters')}
        {off.size > 0 && ` · ${off.size}`}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={8} align="start">
          <Menu.Popup className={menu.popup}>
            {switches.map((name) => (
              <Menu.CheckboxItem
                key={name}
                className={menu.item}
                checked={name === 'person' ? off.has(name) : !off.has(name)}
                onCheckedChange={() => toggle(name)}
              >
                <span className={menu.check}>
                  <Menu.CheckboxItemIndicator>
                    <Check size={15} aria-hidden />
                  </Menu.CheckboxItemIndicator>
                </span>
                {t(`show.${name}`)}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
