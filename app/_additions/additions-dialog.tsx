'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, FolderOutput } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { DialogHead } from '../_shell/dialog-head.tsx';
import dialog from '../_shell/dialog.module.css';
import { useDialog, useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import { AdditionRow } from './addition-row.tsx';
import styles from './additions.module.css';
import { WriteFolder } from './write-folder.tsx';

/** What was accepted and written here, as Markdown for the person's own notes: to paste, or into a folder. */
export function AdditionsDialog() {
  const t = useTranslations();
  const [open, setDialog] = useDialog();
  return (
    <Dialog.Root
      open={open === 'additions'}
      onOpenChange={(isOpen) => void setDialog(isOpen ? 'additions' : null)}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup}>
          <DialogHead title={t('exporting.additions.title')} />
          <Dialog.Description className={dialog.text}>{t('exporting.additions.lead')}</Dialog.Description>
          {open === 'additions' && <Additions />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Additions() {
  const t = useTranslations('exporting.additions');
  const language = useLocale() === 'ru' ? ('ru' as const) : ('en' as const);
  const [vaultId] = useVault();
  const [isFolder, setFolder] = useState(false);
  const selection = vaultId === null ? { what: 'all' as const } : { what: 'vault' as const, vaultId };
  const additions = useQuery(useTRPC().exports.additions.queryOptions({ selection, language }));

  if (additions.error) return <FaultPanel error={additions.error} onRetry={() => void additions.refetch()} />;
  if (additions.data === undefined) return <SkeletonLines widths={[0.8, 0.6, 0.7]} />;
  if (additions.data.length === 0) return <p>{t('none')}</p>;
  if (isFolder)
    return (
      <>
        <div>
          <Button look="quiet" onClick={() => setFolder(false)}>
            <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
            {t('back')}
          </Button>
        </div>
        <WriteFolder selection={selection} language={language} />
      </>
    );
  const notes = additions.data.filter(({ path }) => path !== null).length;
  const scenes = additions.data.length - notes;
  const counts = [
    notes > 0 && t('linksFor', { count: notes }),
    scenes > 0 && t('newNotes', { count: scenes }),
  ].filter((words) => words !== false);
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.faint}>{counts.join(' · ')}</span>
        <Button look="main" onClick={() => setFolder(true)}>
          <FolderOutput size={16} strokeWidth={1.75} aria-hidden />
          {t('folder')}
        </Button>
      </div>
      <ul className={styles.list}>
        {additions.data.map((addition) => (
          <AdditionRow key={addition.sceneId} addition={addition} />
        ))}
      </ul>
    </>
  );
}
