'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'use-intl';
import { DialogHead } from '../_shell/dialog-head.tsx';
import dialog from '../_shell/dialog.module.css';
import { useDialog } from '../_shell/url-state.ts';
import { OpenFolder } from './open-folder.tsx';

/** One more folder of notes, from anywhere. */
export function FolderDialog() {
  const t = useTranslations();
  const [open, setDialog] = useDialog();
  return (
    <Dialog.Root open={open === 'folder'} onOpenChange={(isOpen) => void setDialog(isOpen ? 'folder' : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup}>
          <DialogHead title={t('start.open.dialog')} />
          <Dialog.Description className={dialog.text}>{t('start.open.text')}</Dialog.Description>
          <OpenFolder onOpened={() => void setDialog(null)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
