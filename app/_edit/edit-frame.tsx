'use client';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { DialogHead } from '../_shell/dialog-head.tsx';
import dialog from '../_shell/dialog.module.css';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** Head and body of a dialog of editing. */
export function EditFrame({ title, lead, children }: Props) {
  return (
    <>
      <DialogHead title={title} />
      {lead !== undefined && (
        <Dialog.Description className={dialog.text} dir="auto">
          {lead}
        </Dialog.Description>
      )}
      {children}
    </>
  );
}
