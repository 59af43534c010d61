'use client';
import { Text } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { NoteText } from '../../_notes/note-text.tsx';
import type { CellKindView, CellProps } from './cell-view.ts';
import { LinkedWords } from './linked-words.tsx';
import styles from './prose-cell.module.css';

function ProseCell({ input, isEditing, onInput, onEdit }: CellProps<'prose'>) {
  const t = useTranslations('notebook');
  if (isEditing)
    return (
      <LinkedWords
        label={t('prose.label')}
        prompt={t('prose.prompt')}
        look={styles.area}
        value={input.text}
        onChange={(text) => onInput({ ...input, text })}
      />
    );
  const open = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('a, button'))) onEdit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Enter on the cell does the same
    <div className={styles.prose} onClick={open}>
      {input.text.trim() === '' ? (
        <p className={styles.faint}>{t('prose.empty')}</p>
      ) : (
        <NoteText body={input.text} />
      )}
    </div>
  );
}

export const prose: CellKindView<'prose'> = { kind: 'prose', icon: Text, View: ProseCell, runs: false };
