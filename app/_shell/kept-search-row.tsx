'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { KeptSearch } from '../../graph-schema/views/kept-search.ts';
import { IconButton } from '../_controls/icon-button.tsx';
import styles from './kept-searches.module.css';

interface Props {
  search: KeptSearch;
  onRun: () => void;
  onRename: (name: string) => void;
  onRemove: () => void;
}

/** One kept search: its name asks it again. */
export function KeptSearchRow({ search, onRun, onRename, onRemove }: Props) {
  const t = useTranslations('shell.kept');
  const [typed, setTyped] = useState<string | null>(null);

  function rename() {
    const name = typed?.trim() ?? '';
    setTyped(null);
    if (name !== '' && name !== search.name) onRename(name);
  }

  return (
    <li className={styles.row}>
      {typed === null ? (
        <button type="button" className={styles.run} onClick={onRun}>
          <span className={styles.name}>{search.name}</span>
          {search.text !== search.name && <span className={styles.text}>{search.text}</span>}
        </button>
      ) : (
        <input
          className={styles.input}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
          autoFocus
          aria-label={t('rename', { name: search.name })}
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
      <IconButton
        label={t('rename', { name: search.name })}
        icon={<Pencil size={16} strokeWidth={1.75} aria-hidden />}
        onClick={() => setTyped(search.name)}
      />
      <IconButton
        label={t('remove', { name: search.name })}
        icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
        onClick={onRemove}
      />
    </li>
  );
}
