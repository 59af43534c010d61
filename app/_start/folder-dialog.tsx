'use client';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
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
          <div className={dialog.head}>
            <Dialog.Title className={dialog.title}>{t('start.open.dialog')}</Dialog.Title>
            <Dialog.Close
              render={<IconButton label={t('shell.acts.close')} icon={<X size={18} aria-hidden />} />}
            />
          </div>
          <Dialog.Description className={dialog.text}>{t('start.open.text')}</Dialog.Description>
          <OpenFolder onOpened={() => void setDialog(null)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
