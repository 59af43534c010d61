'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useTheme } from 'next-themes';
import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Language, type SettingsView, Theme } from '../../graph-schema/views/settings-view.ts';
import { useChoices } from '../_shell/use-choices.ts';
import styles from './settings.module.css';

/** Language and theme, at once. */
export function ViewSection({ settings }: { settings: SettingsView }) {
  const t = useTranslations('settings');
  const locale = useLocale();
  const { theme } = useTheme();
  const { chooseLanguage, chooseTheme } = useChoices();
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{t('sections.view')}</h2>
      <div className={styles.card}>
        <Choice
          name={t('language')}
          value={locale}
          options={Language.options.map((value) => [value, t(`languages.${value}`)])}
          onChoose={(value) => chooseLanguage(Language.parse(value))}
          fixed={settings.fixed.includes('language') ? t('fixed', { name: 'SCENEFIELD_LANG' }) : null}
        />
        <Choice
          name={t('theme')}
          value={theme ?? settings.theme}
          options={Theme.options.map((value) => [value, t(`themes.${value}`)])}
          onChoose={(value) => chooseTheme(Theme.parse(value))}
          fixed={null}
        />
      </div>
    </section>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  options: [value: string, words: string][];
  onChoose: (value: string) => void;
  /** why it cannot be changed here */
  fixed: string | null;
}

function Choice({ name, value, options, onChoose, fixed }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span id={id} className={styles.strong}>
          {name}
        </span>
        {fixed !== null && <span className={styles.faint}>{fixed}</span>}
      </div>
      <RadioGroup
        className={styles.choice}
        aria-labelledby={id}
        value={value}
        disabled={fixed !== null}
        onValueChange={(next) => onChoose(String(next))}
      >
        {options.map(([option, words]) => (
          <Radio.Root key={option} value={option} className={styles.option}>
            {words}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
