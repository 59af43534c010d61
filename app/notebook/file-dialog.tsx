'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AppRouter } from '../../server/trpc/router.ts';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import dialog from '../_shell/dialog.module.css';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './file-dialog.module.css';

type Compared = inferRouterOutputs<AppRouter>['notebooks']['compare'];

/** A file that a person chose, and what reading it in would do. */
export interface ChosenFile {
  text: string;
  /** its name without its ending */
  title: string;
  /** the notebook that it would be read into; null: a new one */
  id: string | null;
  compared: Compared;
}

interface Props {
  file: ChosenFile;
  onClose: () => void;
  onTaken: (id: string) => void;
}

/** Shows the difference before anything is read in; what is wrong with the file is shown by line. */
export function FileDialog({ file, onClose, onTaken }: Props) {
  const t = useTranslations('notebook.file');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { compared, ...input } = file;
  const take = useMutation(
    trpc.notebooks.take.mutationOptions({
      onSuccess(taken) {
        if ('problems' in taken) return;
        queryClient.setQueryData(trpc.notebooks.read.queryKey({ id: taken.id }), taken);
        void queryClient.invalidateQueries({ queryKey: trpc.notebooks.list.queryKey() });
        notices.say(t('taken', { count: taken.cells.length }));
        onTaken(taken.id);
      },
      onError: notices.fault,
    }),
  );
  const isGood = !('problems' in compared);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={[dialog.popup, styles.popup].join(' ')}>
          <div className={dialog.head}>
            <Dialog.Title className={dialog.title}>{t('title', { title: file.title })}</Dialog.Title>
            <Dialog.Close render={<IconButton label={t('cancel')} icon={<X size={18} aria-hidden />} />} />
          </div>
          {isGood ? <Difference {...compared} /> : <Problems problems={compared.problems} />}
          <div className={dialog.acts}>
            <Dialog.Close render={<Button />}>{t('cancel')}</Dialog.Close>
            {isGood && file.id !== null && (
              <Button disabled={take.isPending} onClick={() => take.mutate({ ...input, id: null })}>
                {t('asNew')}
              </Button>
            )}
            {isGood && (
              <Button look="main" disabled={take.isPending} onClick={() => take.mutate(input)}>
                {t(file.id === null ? 'asNew' : 'into')}
              </Button>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Problems({ problems }: Extract<Compared, { problems: unknown }>) {
  const t = useTranslations('notebook.file');
  const words = useTranslations('notebookFile');
  return (
    <div data-testid="file-problems">
      <p>{t('wrong')}</p>
      <ul className={styles.problems}>
        {problems.map(({ line, column, code, values }) => (
          <li key={`${line}:${column}`}>
            <span className={styles.faint}>{t('place', { line, column })}</span> {words(code, values)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Difference({ cells, added, removed, changed, lines }: Exclude<Compared, { problems: unknown }>) {
  const t = useTranslations('notebook.file');
  const signs = { added: '+', removed: '−', same: ' ' } as const;
  return (
    <div className={styles.difference} data-testid="file-difference">
      <p>{t('would', { cells, added, removed, changed })}</p>
      <p className={styles.faint}>{t('notRun')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is longer than the dialog is scrolled by keys */}
      <pre className={styles.lines} tabIndex={0} aria-label={t('lines')}>
        {lines.map(({ type, text }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no name and never change their places
          <span key={at} className={styles.text} data-type={type}>
            {`${signs[type]} ${text}\n`}
          </span>
        ))}
      </pre>
    </div>
  );
}
