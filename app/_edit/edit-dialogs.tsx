'use client';
import { Dialog } from '@base-ui/react/dialog';
import { lazy, Suspense } from 'react';
import dialog from '../_shell/dialog.module.css';
import palette from '../_shell/palette.module.css';
import styles from './edit.module.css';
import { useEditDialog } from './use-edit-dialog.ts';

const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }));
const SceneEditor = lazy(async () => ({ default: (await import('./scene-editor.tsx')).SceneEditor }));
const SplitDialog = lazy(async () => ({ default: (await import('./split-dialog.tsx')).SplitDialog }));

/** The act of editing that is open; each comes with its first use. */
export function EditDialogs() {
  const { dialog: name, on, to, spot, close } = useEditDialog();
  const isPicking = (name === 'link' || name === 'merge') && to.length === 0;
  const isEditing =
    name === 'write' || (on !== '' && (name === 'link' || name === 'merge' || name === 'split'));
  return (
    <Dialog.Root open={isEditing} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={isPicking ? palette.popup : [dialog.popup, styles.popup].join(' ')}>
          <Suspense>
            {name === 'link' && <LinkDialog key={`${on} ${to.join()}`} on={on} to={to} />}
            {name === 'merge' && <MergeDialog key={`${on} ${to.join()}`} on={on} to={to[0]} />}
            {name === 'write' && (
              <SceneEditor key={on} on={on === '' ? null : on} title={to[0] ?? ''} spot={spot} />
            )}
            {name === 'split' && <SplitDialog key={on} on={on} />}
          </Suspense>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
