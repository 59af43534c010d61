'use client';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { FolderBrowser, NoteCount } from './folder-browser.tsx';
import styles from './folder-browser.module.css';
import { useOpenVault } from './use-open-vault.ts';

/** Chooses a folder of notes and reads it into the field. */
export function OpenFolder({ onOpened }: { onOpened?: () => void }) {
  const t = useTranslations('start.open');
  const open = useOpenVault(onOpened);
  return (
    <>
      <FolderBrowser
        renderFoot={({ path, notes }) => (
          <>
            <span className={styles.notes}>{notes === 0 ? t('noNotes') : <NoteCount notes={notes} />}</span>
            <Button
              look="main"
              size="large"
              disabled={notes === 0 || open.isPending}
              onClick={() => open.mutate({ path })}
            >
              {t('act')}
            </Button>
          </>
        )}
      />
      {open.error && <FaultPanel error={open.error} />}
    </>
  );
}
