'use client';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../_controls/icon-button.tsx';
import dialog from './dialog.module.css';

/** What a dialog is called, and its close. */
export function DialogHead({ title }: { title: string }) {
  const t = useTranslations('shell.acts');
  return (
    <div className={dialog.head}>
      <Dialog.Title className={dialog.title} dir="auto">
        {title}
      </Dialog.Title>
      <Dialog.Close render={<IconButton label={t('close')} icon={<X size={18} aria-hidden />} />} />
    </div>
  );
}
