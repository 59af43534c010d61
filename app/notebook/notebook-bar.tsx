'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileDown, FileUp, Play, RefreshCw, Square, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { saveFile } from '../_shell/save-file.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './notebook.module.css';
import { useReadIn } from './use-read-in.tsx';
import type { NotebookActs, NotebookView } from './use-notebook.ts';

interface Props {
  notebook: NotebookView;
  acts: NotebookActs;
  onDelete: () => void;
  onTaken: (id: string) => void;
}

/** What can be done with a notebook as a whole. */
export function NotebookBar({ notebook, acts, onDelete, onTaken }: Props) {
  const t = useTranslations('notebook');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const readIn = useReadIn(notebook.id, onTaken);
  const save = useMutation({
    mutationFn: () =>
      queryClient.fetchQuery(trpc.notebooks.write.queryOptions({ id: notebook.id }, { staleTime: 0 })),
    onSuccess: ({ fileName, text }) => saveFile(fileName, new Blob([text], { type: 'text/markdown' })),
    onError: notices.fault,
  });
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
        {readIn.parts}
        <IconButton
          label={t('file.save')}
          icon={<FileDown size={16} strokeWidth={1.75} aria-hidden />}
          disabled={save.isPending}
          onClick={() => save.mutate()}
        />
        <IconButton
          label={t('file.read')}
          icon={<FileUp size={16} strokeWidth={1.75} aria-hidden />}
          onClick={readIn.choose}
        />
        <IconButton
          label={t('delete')}
          icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
          onClick={onDelete}
        />
      </span>
    </div>
  );
}
