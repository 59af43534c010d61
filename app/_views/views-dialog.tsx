'use client';
import { Dialog } from '@base-ui/react/dialog';
import { type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { DialogHead } from '../_shell/dialog-head.tsx';
import dialog from '../_shell/dialog.module.css';
import { useDialog } from '../_shell/url-state.ts';
import { Views } from './views.tsx';

/** Keeps the view of the field that is looked at, and lists those that are kept. */
export function ViewsDialog() {
  const t = useTranslations('views');
  const [open, setDialog] = useDialog();
  const field: RefObject<HTMLInputElement | null> = useRef(null);
  return (
    <Dialog.Root open={open === 'views'} onOpenChange={(isOpen) => !isOpen && void setDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup} initialFocus={() => field.current ?? true}>
          <DialogHead title={t('title')} />
          <Views field={field} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
