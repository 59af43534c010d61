'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Job } from '../../graph-schema/job.ts';
import { ExportReport, type ExportSelection } from '../../graph-schema/views/export-view.ts';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { FolderBrowser } from '../_start/folder-browser.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { asText } from '../_trpc/fault.ts';
import styles from './additions.module.css';

interface Props {
  selection: ExportSelection;
  language: 'ru' | 'en';
}

/** So many names of files that were left as they are. */
const mostNames = 5;

/** Picks a folder, says whose it is, and writes into it. */
export function WriteFolder({ selection, language }: Props) {
  const t = useTranslations('exporting.additions');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [started, setStarted] = useState<Job | null>(null);
  const { data: jobs } = useQuery(trpc.jobs.list.queryOptions());
  const job = started === null ? null : (jobs?.find(({ id }) => id === started.id) ?? started);
  const start = useMutation(
    trpc.exports.start.mutationOptions({
      onSuccess(made) {
        setStarted(made);
        void queryClient.invalidateQueries({ queryKey: trpc.jobs.list.queryKey() });
      },
      onError: notices.fault,
    }),
  );
  const isWriting = start.isPending || job?.state === 'running' || job?.state === 'queued';
  const write = (path: string) =>
    start.mutate({ selection, language, format: 'additions', target: { to: 'path', path } });

  return (
    <>
      <h3 className={styles.title}>{t('folderTitle')}</h3>
      <FolderBrowser
        renderFoot={({ path }) => (
          <FolderFoot path={path} isWriting={isWriting} onWrite={() => write(path)} />
        )}
      />
      {job !== null && <Outcome job={job} />}
    </>
  );
}

function FolderFoot({ path, isWriting, onWrite }: { path: string; isWriting: boolean; onWrite: () => void }) {
  const t = useTranslations('exporting.additions');
  const folder = useQuery(useTRPC().exports.folder.queryOptions({ path }));
  if (folder.error) return <FaultPanel error={folder.error} />;
  const vault = folder.data?.vault ?? null;
  return (
    <>
      <p className={styles.whose} data-inside={vault !== null}>
        {folder.data !== undefined && (vault === null ? t('outside') : t('inside', { vault }))} {t('never')}
      </p>
      <Button look="main" size="large" disabled={isWriting || folder.data === undefined} onClick={onWrite}>
        {isWriting ? t('writing') : t('write')}
      </Button>
    </>
  );
}

function Outcome({ job }: { job: Job }) {
  const t = useTranslations('exporting.additions');
  const te = useTranslations('errors');
  if (job.error !== null) {
    const code = job.error.code as 'internal';
    const values = asText(job.error.values);
    return (
      <output>
        {te(`${code}.what`, values)} {te(`${code}.cure`, values)}
      </output>
    );
  }
  if (job.state !== 'done') return null;
  const { files, path, kept } = ExportReport.parse(job.result);
  const names = kept.slice(0, mostNames).join(', ') + (kept.length > mostNames ? ', …' : '');
  return (
    <output className={styles.outcome}>
      <span>{t('written', { count: files, folder: path })}</span>
      {kept.length > 0 && <span className={styles.faint}>{t('kept', { count: kept.length, names })}</span>}
    </output>
  );
}
