'use client';
import { Play, RefreshCw, Square, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import styles from './notebook.module.css';
import type { NotebookActs, NotebookView } from './use-notebook.ts';

interface Props {
  notebook: NotebookView;
  acts: NotebookActs;
  onDelete: () => void;
}

/** What can be done with a notebook as a whole. */
export function NotebookBar({ notebook, acts, onDelete }: Props) {
  const t = useTranslations('notebook');
  const states = notebook.cells.map(({ state }) => state);
  const isBusy = states.includes('running') || states.includes('queued');
  const waiting = states.filter(
    (state) => state === 'stale' || state === 'notRun' || state === 'failed',
  ).length;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('bar')}>
      {isBusy ? (
        <Button look="main" onClick={acts.stop}>
          <Square size={14} aria-hidden /> {t('stop')}
        </Button>
      ) : (
        <Button onClick={acts.runAll}>
          <Play size={14} aria-hidden /> {t('runAll')}
        </Button>
      )}
      {waiting > 0 && !isBusy && (
        <Button onClick={acts.runStale}>
          <RefreshCw size={14} aria-hidden /> {t('runStale', { count: waiting })}
        </Button>
      )}
      <span className={styles.rest}>
        <IconButton
          label={t('delete')}
          icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
          onClick={onDelete}
        />
      </span>
    </div>
  );
}
