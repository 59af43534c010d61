'use client';
import { Dialog } from '@base-ui/react/dialog';
import { type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { DialogHead } from '../_shell/dialog-head.tsx';
import dialog from '../_shell/dialog.module.css';
import { useAsked, useDialog } from '../_shell/url-state.ts';
import { KeepForm } from './keep-form.tsx';
import { KeptRow } from './kept-row.tsx';
import styles from './kept.module.css';
import { useKept } from './use-kept.ts';

/** Keeps the search that was asked last, and lists those that are kept. */
export function SearchesDialog() {
  const t = useTranslations('shell');
  const [open, setDialog] = useDialog();
  const [asked, setAsked] = useAsked();
  const field = useRef<HTMLInputElement>(null);

  function close() {
    void setDialog(null);
    void setAsked('');
  }

  return (
    <Dialog.Root open={open === 'searches'} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={dialog.popup} initialFocus={() => field.current ?? true}>
          <DialogHead title={t('kept.title')} />
          <Searches
            asked={asked.trim()}
            field={field}
            onKept={() => void setAsked('')}
            onRun={(text) => {
              void setAsked(text);
              void setDialog('search');
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface Props {
  asked: string;
  field: RefObject<HTMLInputElement | null>;
  onKept: () => void;
  onRun: (text: string) => void;
}

function Searches({ asked, field, onKept, onRun }: Props) {
  const t = useTranslations('shell.kept');
  const { kept, keep, rename, remove } = useKept('searches');
  return (
    <>
      {asked !== '' && (
        <KeepForm
          label={t('name', { text: asked })}
          name={asked}
          field={field}
          onKeep={(name) => keep({ name, text: asked }, { onSuccess: onKept })}
        />
      )}
      {kept.length === 0 && asked === '' && <p className={dialog.text}>{t('none')}</p>}
      <ul className={styles.list} aria-label={t('title')}>
        {kept.map((search) => (
          <KeptRow
            key={search.id}
            kept={search}
            about={search.text === search.name ? '' : search.text}
            onRun={() => onRun(search.text)}
            onRename={(next) => rename({ id: search.id, name: next })}
            onRemove={() => remove({ id: search.id })}
          />
        ))}
      </ul>
    </>
  );
}
