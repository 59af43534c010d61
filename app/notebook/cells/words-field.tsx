'use client';
import styles from './words-field.module.css';

interface Props {
  label: string;
  prompt: string;
  value: string;
  /** signs of a language: each has the same width */
  isCode?: boolean;
  onChange: (value: string) => void;
}

/** What a cell asks in words. It grows with them. */
export function WordsField({ label, prompt, value, isCode = false, onChange }: Props) {
  return (
    <textarea
      className={[styles.words, isCode ? styles.code : ''].join(' ')}
      aria-label={label}
      placeholder={prompt}
      spellCheck={!isCode}
      rows={1}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
