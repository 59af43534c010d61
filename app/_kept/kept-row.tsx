'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Kept } from '../../graph-schema/views/kept.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import styles from './kept.module.css';

interface Props {
  kept: Kept;
  /** shown below the name; empty: nothing more is to say */
  about: string;
  /** further acts */
  children?: ReactNode;
  onRun: () => void;
  onRename: (name: string) => void;
  onRemove: () => void;
}

/** One thing that is kept under a name: its name asks for it again. */
export function KeptRow({ kept, about, children, onRun, onRename, onRemove }: Props) {
  const t = useTranslations('shell.kept');
  const [typed, setTyped] = useState<string | null>(null);

  function rename() {
    const name = typed?.trim() ?? '';
    setTyped(null);
    if (name !== '' && name !== kept.name) onRename(name);
  }

  return (
    <li className={styles.row}>
      {typed === null ? (
        <button type="button" className={styles.run} onClick={onRun}>
          <span className={styles.name}>{kept.name}</span>
          {about !== '' && <span className={styles.text}>{about}</span>}
        </button>
      ) : (
        <input
          className={styles.input}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
          autoFocus
          aria-label={t('rename', { name: kept.name })}
          value={typed}
          maxLength={120}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyped(null);
          }}
        />
      )}
      {children}
      <IconButton
        label={t('rename', { name: kept.name })}
        icon={<Pencil size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => setTyped(kept.name)}
      />
      <IconButton
        label={t('remove', { name: kept.name })}
        icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
        onClick={onRemove}
      />
    </li>
  );
}
