'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import styles from './edit.module.css';
import { quotable } from './quotable.ts';

interface Props {
  /** of the scene that the link comes from */
  body: string;
  /** what the link is about: sentences that name it come first */
  about: string;
  value: string;
  onChoose: (quote: string) => void;
}

/** Offers the sentences of a text as what says the link. */
export function QuoteChoice({ body, about, value, onChoose }: Props) {
  const t = useTranslations('edit.link');
  const sentences = useMemo(() => quotable(body, about), [body, about]);
  if (sentences.length === 0) return null;
  return (
    <label className={styles.field}>
      <span className={styles.label}>
        {t('quote')} <span className={styles.faint}>{t('optional')}</span>
      </span>
      <select className={styles.select} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('noQuote')}</option>
        {sentences.map((sentence) => (
          <option key={sentence} value={sentence}>
            {sentence.replaceAll(/\s+/g, ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}
