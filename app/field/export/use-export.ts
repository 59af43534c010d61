'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Job } from '../../../graph-schema/job.ts';
import {
  type ExportFormatName,
  ExportReport,
  type ExportSelection,
} from '../../../graph-schema/views/export-view.ts';
import { isOpen } from '../../_shell/job-tray.tsx';
import { useNotices } from '../../_shell/notices.tsx';
import { download } from '../../_shell/save-file.ts';
import { useTRPC } from '../../_trpc/client.ts';

/** Makes a file on the server, follows it as a job, and lets the browser fetch it. */
export function useExport() {
  const t = useTranslations('exporting');
  const language = useLocale() === 'ru' ? 'ru' : 'en';
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const [started, setStarted] = useState<Job | null>(null);
  const told = useRef<string | null>(null);
  const { data: jobs } = useQuery(trpc.jobs.list.queryOptions());
  const job = started === null ? null : (jobs?.find(({ id }) => id === started.id) ?? started);
  const listChanged = () => queryClient.invalidateQueries({ queryKey: trpc.jobs.list.queryKey() });
  const start = useMutation(
    trpc.exports.start.mutationOptions({
      onSuccess(made) {
        setStarted(made);
        void listChanged();
      },
      onError: notices.fault,
    }),
  );
  const cancel = useMutation(
    trpc.jobs.cancel.mutationOptions({ onSettled: listChanged, onError: notices.fault }),
  );

  useEffect(() => {
    if (job === null || isOpen(job) || told.current === job.id) return;
    told.current = job.id;
    if (job.state === 'cancelled') notices.say(t('cancelled'));
    if (job.error !== null) notices.failed(job.error);
    if (job.state !== 'done') return;
    const { scenes, links } = ExportReport.parse(job.result);
    const fetchFile = () => download(`/api/export?job=${encodeURIComponent(job.id)}`);
    fetchFile();
    notices.say(t('done', { scenes, links }), { label: t('again'), run: fetchFile });
  }, [job, notices, t]);

  return {
    isBusy: start.isPending || (job !== null && isOpen(job)),
    /** 0–1; null where it is not known */
    progress: job?.progress ?? null,
    start: (format: ExportFormatName, selection: ExportSelection) =>
      start.mutate({ format, selection, language, target: { to: 'download' } }),
    cancel: () => job !== null && cancel.mutate({ id: job.id }),
  };
}
