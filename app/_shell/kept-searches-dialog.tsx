'use client';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import dialog from './dialog.module.css';
import { KeptSearchRow } from './kept-search-row.tsx';
import styles from './kept-searches.module.css';
import { useAsked, useDialog } from './url-state.ts';
import { useKeptSearches } from './use-kept-searches.ts';

/** Keeps the search that was asked last, and lists those that are kept. */
export function KeptSearchesDialog() {
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
          <div className={dialog.head}>
            <Dialog.Title className={dialog.title}>{t('kept.title')}</Dialog.Title>
            <Dialog.Close
              render={<IconButton label={t('acts.close')} icon={<X size={18} aria-hidden />} />}
            />
          </div>
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
  const { searches, keep, rename, remove } = useKeptSearches();
  const [name, setName] = useState(asked.slice(0, 120));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    keep({ name: name.trim(), text: asked }, { onSuccess: onKept });
  }

  return (
    <>
      {asked !== '' && (
        <form className={styles.form} onSubmit={submit}>
          <label className={styles.label} htmlFor="kept-name">
            {t('name', { text: asked })}
          </label>
          <div className={styles.line}>
            <input
              id="kept-name"
              ref={field}
              onFocus={(event) => event.target.select()}
              className={styles.input}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.target.value)}
            />
            <Button look="main" type="submit" disabled={name.trim() === ''}>
              {t('keep')}
            </Button>
          </div>
        </form>
      )}
      {searches.length === 0 && asked === '' && <p className={dialog.text}>{t('none')}</p>}
      <ul className={styles.list} aria-label={t('title')}>
        {searches.map((search) => (
          <KeptSearchRow
            key={search.id}
            search={search}
            onRun={() => onRun(search.text)}
            onRename={(next) => rename({ id: search.id, name: next })}
            onRemove={() => remove({ id: search.id })}
          />
        ))}
      </ul>
    </>
  );
}
