'use client';
import { Circle, Droplet } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAxis } from '../../_axis/use-axis.ts';
import { ChoiceMenu } from '../../_controls/choice-menu.tsx';
import { type Lens, lenses, useDialog, useFieldState } from '../../_shell/url-state.ts';
import styles from '../lens-bar.module.css';
import { hiddenUnder } from './hidden-classes.ts';

const usual = { colour: 'region', size: 'degree' } as const;
const signs = { colour: Droplet, size: Circle };

/** What the colour, or the size, of a scene says. An axis asks for its poles first. */
export function LensMenu({ of, hidden }: { of: 'colour' | 'size'; hidden: ReadonlySet<string> }) {
  const t = useTranslations('lens');
  const [state, setState] = useFieldState();
  const [, setDialog] = useDialog();
  const { poles } = useAxis();
  const value = state[of];
  const Sign = signs[of];

  function choose(lens: Lens) {
    if (lens === 'axis' && poles === null) return void setDialog('axis');
    void setState({ [of]: lens, ...(of === 'colour' && { hide: hiddenUnder(lens, hidden) }) });
  }

  return (
    <ChoiceMenu
      label={`${t(of)} ${t(`by.${value}`)}`}
      isPressed={value !== usual[of]}
      align="start"
      value={value}
      options={lenses.map((lens) => ({ value: lens, words: t(`by.${lens}`) }))}
      onChoose={choose}
    >
      <Sign size={15} strokeWidth={1.75} aria-hidden />
      <span className={styles.words}>
        {t(of)} {t(`by.${value}`)}
      </span>
    </ChoiceMenu>
  );
}
