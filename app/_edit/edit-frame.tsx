'use client';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
import dialog from '../_shell/dialog.module.css';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** Head and body of a dialog of editing. */
export function EditFrame({ title, lead, children }: Props) {
  const t = useTranslations('shell.acts');
  return (
    <>
      <div className={dialog.head}>
        <Dialog.Title className={dialog.title} dir="auto">
          {title}
        </Dialog.Title>
        <Dialog.Close render={<IconButton label={t('close')} icon={<X size={18} aria-hidden />} />} />
      </div>
      {lead !== undefined && (
        <Dialog.Description className={dialog.text} dir="auto">
          {lead}
        </Dialog.Description>
      )}
      {children}
    </>
  );
}
