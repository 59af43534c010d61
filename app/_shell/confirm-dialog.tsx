'use client';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import dialog from './dialog.module.css';
import styles from './confirm-dialog.module.css';

interface Props {
  isOpen: boolean;
  title: string;
  text: string;
  act: string;
  /** a word to be typed first, for what cannot be taken back */
  word?: { label: string; value: string };
  onClose: () => void;
  onConfirm: () => void;
  children?: ReactNode;
}

/** One question before what no undo brings back. */
export function ConfirmDialog({ isOpen, title, text, act, word, onClose, onConfirm, children }: Props) {
  const t = useTranslations('shell.acts');
  const [typed, setTyped] = useState('');
  const isSure = word === undefined || typed.trim().toLowerCase() === word.value;
  return (
    <AlertDialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (open) return;
        setTyped('');
        onClose();
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialog.backdrop} />
        <AlertDialog.Popup className={dialog.popup}>
          <AlertDialog.Title className={dialog.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={dialog.text}>{text}</AlertDialog.Description>
          {children}
          {word && (
            <input
              className={styles.input}
              aria-label={word.label}
              placeholder={word.label}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          <div className={dialog.acts}>
            <AlertDialog.Close render={<Button />}>{t('cancel')}</AlertDialog.Close>
            <Button
              look="danger"
              disabled={!isSure}
              onClick={() => {
                onClose();
                setTyped('');
                onConfirm();
              }}
            >
              {act}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
