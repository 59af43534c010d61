'use client';
import { Droplet } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceMenu } from '../_controls/choice-menu.tsx';
import { type Colouring, colourings, useFieldState } from '../_shell/url-state.ts';
import styles from './colour-menu.module.css';
import { kindHues } from './map-colours.ts';

/** What the colour of a scene says; with the key to it where it is not the region. */
export function ColourMenu() {
  const t = useTranslations('field');
  const [{ colour }, setState] = useFieldState();
  return (
    <>
      <ChoiceMenu
        isPressed={colour !== 'region'}
        align="start"
        value={colour}
        options={colourings.map((value) => ({ value, words: t(`colourBy.${value}`) }))}
        onChoose={(value) => void setState({ colour: value })}
      >
        <Droplet size={15} strokeWidth={1.75} aria-hidden />
        {t('colour')} {t(`colourBy.${colour}`)}
      </ChoiceMenu>
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
