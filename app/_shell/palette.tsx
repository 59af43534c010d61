'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'use-intl';
import dialog from './dialog.module.css';
import { PaletteList } from './palette-list.tsx';
import styles from './palette.module.css';
import { useAsked, useDialog } from './url-state.ts';

/** One box for scenes, thoughts and commands. */
export function Palette() {
  const t = useTranslations('shell.search');
  const [open, setDialog] = useDialog();
  const [asked, setAsked] = useAsked();

  function close() {
    void setDialog(null);
    void setAsked('');
  }

  return (
    <Dialog.Root
      open={open === 'search'}
      onOpenChange={(isOpen) => (isOpen ? void setDialog('search') : close())}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t('title')}>
          <PaletteList asked={asked} onDone={close} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
