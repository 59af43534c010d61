'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, FileClock, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProgressList } from '../_gaps/progress-list.tsx';
import { Button } from '../_controls/button.tsx';
import { IconButton } from '../_controls/icon-button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { saveText } from '../_shell/save-text.ts';
import { useVault } from '../_shell/url-state.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './zones.module.css';

/** Saves the insight trigger matrix as a file, and says what became of an earlier one. */
export function MatrixFile() {
  const t = useTranslations('gaps.file');
  const ta = useTranslations('shell.acts');
  const [fileName, setFileName] = useState('');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [vault] = useVault();
  const within = vault === null ? {} : { vaultId: vault };
  const input = useRef<HTMLInputElement>(null);
  const save = useMutation({
    mutationFn: () => queryClient.fetchQuery(trpc.gaps.matrix.queryOptions(within, { staleTime: 0 })),
    onSuccess: ({ fileName, text }) => saveText(fileName, text),
    onError: notices.fault,
  });
  const compare = useMutation(trpc.gaps.progress.mutationOptions({ onError: notices.fault }));
  const progress = compare.data;
  return (
    <div className={styles.zones}>
      <div className={styles.acts}>
        <Button disabled={save.isPending} onClick={() => save.mutate()}>
          <Download size={15} aria-hidden /> {t('save')}
        </Button>
        <Button disabled={compare.isPending} onClick={() => input.current?.click()}>
          <FileClock size={15} aria-hidden /> {t('compare')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml"
          hidden
          aria-label={t('compare')}
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file) setFileName(file.name);
            if (file) compare.mutate({ text: await file.text(), ...within });
            target.value = '';
          }}
        />
      </div>
      {progress && (
        <output className={styles.zones} data-testid="progress">
          <span className={styles.headed}>
            <h2 className={styles.heading}>{t('since', { file: fileName })}</h2>
            <IconButton label={ta('close')} icon={<X size={15} aria-hidden />} onClick={compare.reset} />
          </span>
          <ProgressList progress={progress} />
        </output>
      )}
    </div>
  );
}
