'use client';
import { Popover } from '@base-ui/react/popover';
import { Progress } from '@base-ui/react/progress';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LoaderCircle, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Job } from '../../graph-schema/job.ts';
import chip from '../_controls/chip.module.css';
import { IconButton } from '../_controls/icon-button.tsx';
import menu from '../_controls/menu.module.css';
import { useTRPC } from '../_trpc/client.ts';
import styles from './job-tray.module.css';
import { useNotices } from './notices.tsx';
import { useMeasures } from './use-measures.ts';

export function isOpen(job: Job): boolean {
  return job.state === 'running' || job.state === 'queued' || job.state === 'paused';
}

/** What the app does in the background: the one nearest its end in the bar, all of them behind it. */
export function JobTray() {
  const t = useTranslations('shell.jobs');
  const { count, duration } = useMeasures();
  const { data: jobs = [] } = useQuery(useTRPC().jobs.list.queryOptions());
  const open = jobs.filter(isOpen);
  const ended = jobs.filter((job) => !isOpen(job)).slice(0, 5);
  const first = open.find((job) => job.state === 'running') ?? open[0];
  if (jobs.length === 0) return null;
  const parts =
    first === undefined
      ? [t('label')]
      : [
          t(`name.${first.name}`),
          first.total === null ? null : t('of', { done: count(first.done), total: count(first.total) }),
          first.secondsLeft === null ? null : duration(first.secondsLeft),
        ].filter((part) => part !== null);
  return (
    <Popover.Root>
      <Popover.Trigger
        className={[chip.chip, styles.trigger].join(' ')}
        aria-label={`${t('label')}: ${parts.join(' ')}`}
      >
        <Ring value={first?.progress ?? null} isBusy={first !== undefined} />
        <span className={styles.words}>
          {parts[0]} {parts[1]} {parts[2] && `· ${parts[2]}`}
        </span>
        {open.length > 1 && <span className={styles.more}>+{open.length - 1}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} sideOffset={8} align="end">
          <Popover.Popup className={[menu.popup, styles.popup].join(' ')}>
            <Popover.Title className={menu.label}>
              {open.length > 0 ? t('open', { count: open.length }) : t('none')}
            </Popover.Title>
            {open.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
            {ended.length > 0 && <div className={menu.label}>{t('finished')}</div>}
            {ended.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function JobRow({ job }: { job: Job }) {
  const t = useTranslations('shell.jobs');
  const te = useTranslations('errors');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { count, duration } = useMeasures();
  const cancel = useMutation(
    trpc.jobs.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.jobs.list.queryKey() }),
      onError: notices.fault,
    }),
  );
  const name = t(`name.${job.name}`);
  const code = job.error?.code as Parameters<typeof te>[0] extends `${infer C}.${string}` ? C : never;
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {job.about && <span className={styles.about}>{job.about}</span>}
        {isOpen(job) && (
          <IconButton
            label={t('cancel', { what: name })}
            icon={<X size={15} aria-hidden />}
            onClick={() => cancel.mutate({ id: job.id })}
          />
        )}
      </div>
      {job.state === 'running' && job.progress !== null && (
        <Progress.Root value={job.progress * 100} aria-label={name}>
          <Progress.Track className={styles.track}>
            <Progress.Indicator className={styles.indicator} />
          </Progress.Track>
        </Progress.Root>
      )}
      <div className={styles.facts}>
        <span>
          {job.state === 'running' && job.total !== null
            ? t('of', { done: count(job.done), total: count(job.total) })
            : t(`state.${job.state}`)}
        </span>
        {job.state === 'running' && job.secondsLeft !== null && (
          <span>{t('left', { time: duration(job.secondsLeft) })}</span>
        )}
      </div>
      {job.error && te.has(`${code}.what`) && (
        <p className={styles.fault}>
          {te(`${code}.what`, textValues(job.error.values))}{' '}
          {te(`${code}.cure`, textValues(job.error.values))}
        </p>
      )}
    </div>
  );
}

function textValues(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Progress as a ring; where the total is unknown, a still sign that work goes on. */
function Ring({ value, isBusy }: { value: number | null; isBusy: boolean }) {
  if (!isBusy || value === null) return <LoaderCircle size={15} strokeWidth={1.75} aria-hidden />;
  const around = 2 * Math.PI * 6;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" strokeWidth="2" aria-hidden>
      <circle cx="8" cy="8" r="6" className={styles.ringGround} />
      <circle
        cx="8"
        cy="8"
        r="6"
        className={styles.ring}
        strokeDasharray={`${around * value} ${around}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
