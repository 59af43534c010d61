'use client';
import { type FormEvent, type RefObject, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import styles from './kept.module.css';

interface Props {
  label: string;
  /** offered first */
  name: string;
  field: RefObject<HTMLInputElement | null>;
  onKeep: (name: string) => void;
}

/** Asks for the name under which something is kept. */
export function KeepForm({ label, name, field, onKeep }: Props) {
  const t = useTranslations('shell.kept');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? name.slice(0, 120);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (shown.trim() !== '') onKeep(shown.trim());
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.line}>
        <input
          id={id}
          ref={field}
          onFocus={(event) => event.target.select()}
          className={styles.input}
          value={shown}
          maxLength={120}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button look="main" type="submit" disabled={shown.trim() === ''}>
          {t('keep')}
        </Button>
      </div>
    </form>
  );
}
