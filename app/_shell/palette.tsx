'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'use-intl';
import dialog from './dialog.module.css';
import { PaletteList } from './palette-list.tsx';
import styles from './palette.module.css';
import { useDialog } from './url-state.ts';

/** One box for scenes, thoughts and commands. */
export function Palette() {
  const t = useTranslations('shell.search');
  const [open, setDialog] = useDialog();
  return (
    <Dialog.Root open={open === 'search'} onOpenChange={(isOpen) => void setDialog(isOpen ? 'search' : null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={t('title')}>
          <PaletteList onDone={() => void setDialog(null)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
