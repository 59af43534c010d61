'use client';
import { Menu } from '@base-ui/react/menu';
import { Check, Droplet } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import chip from '../_controls/chip.module.css';
import menu from '../_controls/menu.module.css';
import { type Colouring, colourings, useFieldState } from '../_shell/url-state.ts';
import styles from './colour-menu.module.css';
import { kindHues } from './map-colours.ts';

/** What the colour of a scene says; with the key to it where it is not the region. */
export function ColourMenu() {
  const t = useTranslations('field');
  const [{ colour }, setState] = useFieldState();
  return (
    <>
      <Menu.Root>
        <Menu.Trigger className={chip.chip} aria-pressed={colour !== 'region'}>
          <Droplet size={15} strokeWidth={1.75} aria-hidden />
          {t('colour')} {t(`colourBy.${colour}`)}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={menu.positioner} sideOffset={8} align="start">
            <Menu.Popup className={menu.popup}>
              <Menu.RadioGroup
                value={colour}
                onValueChange={(value: Colouring) => void setState({ colour: value })}
              >
                {colourings.map((one) => (
                  <Menu.RadioItem key={one} value={one} className={menu.item} closeOnClick>
                    <span className={styles.check}>
                      <Menu.RadioItemIndicator>
                        <Check size={15} aria-hidden />
                      </Menu.RadioItemIndicator>
                    </span>
                    {t(`colourBy.${one}`)}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <ColourKey colour={colour} />
    </>
  );
}

function ColourKey({ colour }: { colour: Colouring }) {
  const t = useTranslations();
  if (colour === 'kind')
    return (
      <ul className={styles.key}>
        {Object.entries(kindHues).map(([kind, hue]) => (
          <li key={kind} className={styles.entry}>
            <span className={styles.hue} style={{ '--hue': hue } as CSSProperties} aria-hidden />
            {t(`field.kind.${kind as keyof typeof kindHues}`)}
          </li>
        ))}
      </ul>
    );
  if (colour === 'origin')
    return (
      <ul className={styles.key}>
        {(['vault', 'person', 'model'] as const).map((origin) => (
          <li key={origin} className={styles.entry}>
            <span className={styles[origin]} aria-hidden />
            {t(`shell.origin.${origin}`)}
          </li>
        ))}
      </ul>
    );
  return null;
}
