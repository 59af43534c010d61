'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SettingsView } from '../../graph-schema/views/settings-view.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './settings.module.css';

/** Version, details for a report, backup, and quitting. */
export function AppSection({ settings }: { settings: SettingsView }) {
  const t = useTranslations('settings.app');
  const ts = useTranslations('settings.sections');
  const ta = useTranslations('shell.acts');
  const trpc = useTRPC();
  const notices = useNotices();
  const [isShown, setShown] = useState(false);
  const diagnostics = useQuery(trpc.settings.diagnostics.queryOptions(undefined, { enabled: isShown }));
  const quit = useMutation(trpc.settings.quit.mutationOptions({ onError: notices.fault }));

  function copy() {
    if (diagnostics.data === undefined) return;
    navigator.clipboard.writeText(diagnostics.data).then(() => notices.say(ta('copied')), notices.fault);
  }

  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{ts('app')}</h2>
      <div className={styles.card}>
        <div className={styles.row}>
          <div className={styles.words}>
            <span className={styles.strong}>{t('version', { version: settings.version })}</span>
            <span className={styles.faint}>{t('diagnosticsText')}</span>
          </div>
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {t('show')}
          </Button>
        </div>
        {isShown && (
          <div className={styles.row}>
            <pre className={[styles.words, styles.report].join(' ')}>{diagnostics.data ?? '…'}</pre>
            <Button disabled={diagnostics.data === undefined} onClick={copy}>
              {t('diagnostics')}
            </Button>
          </div>
        )}
        <BackupRow />
        <div className={styles.row}>
          <output className={[styles.words, styles.faint].join(' ')}>
            {quit.isSuccess ? t('quitDone') : t('quitText')}
          </output>
          <Button look="danger" disabled={quit.isPending || quit.isSuccess} onClick={() => quit.mutate()}>
            {t('quit')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function BackupRow() {
  const t = useTranslations('settings.app');
  const trpc = useTRPC();
  const notices = useNotices();
  const { bytes } = useMeasures();
  const [file, setFile] = useState('');
  const backup = useMutation(
    trpc.settings.backup.mutationOptions({
      onSuccess: (saved) => notices.say(t('backedUp', { file: saved.file, size: bytes(saved.bytes) })),
      onError: notices.fault,
    }),
  );
  const restore = useMutation(
    trpc.settings.restore.mutationOptions({
      onSuccess: (read) => notices.say(t('restored', { file: read.file })),
      onError: notices.fault,
    }),
  );
  const isBusy = backup.isPending || restore.isPending;
  return (
    <div className={styles.row}>
      <input
        className={styles.input}
        aria-label={t('backup')}
        placeholder={t('backupPrompt')}
        value={file}
        spellCheck={false}
        onChange={(event) => setFile(event.target.value)}
      />
      <Button disabled={isBusy || file.trim() === ''} onClick={() => backup.mutate({ file: file.trim() })}>
        {t('backupAct')}
      </Button>
      <Button disabled={isBusy || file.trim() === ''} onClick={() => restore.mutate({ file: file.trim() })}>
        {t('restore')}
      </Button>
    </div>
  );
}
