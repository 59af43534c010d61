'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Circle, CircleAlert, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type ErrorCode, errorCodes } from '../../graph-schema/app-error.ts';
import type { Stage } from '../../graph-schema/views/stage.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import { asText } from '../_trpc/fault.ts';
import styles from './stage-list.module.css';

const signs = { waiting: Circle, running: CircleDashed, done: Check, failed: CircleAlert } as const;

/** The start as stages in plain words, with bytes and time left; a failed one says what to do. */
export function StageList({ stages }: { stages: readonly Stage[] }) {
  const t = useTranslations('start');
  return (
    <ol className={styles.list} aria-label={t('stages')}>
      {stages.map((stage) => (
        <StageRow key={stage.name} stage={stage} />
      ))}
    </ol>
  );
}

function StageRow({ stage }: { stage: Stage }) {
  const t = useTranslations('start');
  const { bytes, duration } = useMeasures();
  const Sign = signs[stage.state];
  const { bytes: got, totalBytes } = stage;
  const isCounted = stage.state === 'running' && got !== undefined && totalBytes !== undefined && got > 0;
  const left = isCounted ? (stage.seconds * (totalBytes - got)) / got : null;
  return (
    <li className={styles.stage} data-state={stage.state}>
      <Sign className={styles.sign} size={18} strokeWidth={1.75} aria-hidden />
      <div className={styles.words}>
        <div className={styles.head}>
          <span className={styles.name}>{t(`stage.${stage.name}`)}</span>
          <span className={styles.state}>
            {isCounted
              ? t('bytes', { done: bytes(got), total: bytes(totalBytes) })
              : t(`state.${stage.state}`)}
            {left !== null && Number.isFinite(left) && ` · ${t('left', { time: duration(left) })}`}
          </span>
        </div>
        {isCounted && (
          <progress
            className={styles.progress}
            value={got}
            max={totalBytes}
            aria-label={t(`stage.${stage.name}`)}
          />
        )}
        {stage.state === 'failed' && <StageFault stage={stage} />}
      </div>
    </li>
  );
}

function StageFault({ stage }: { stage: Stage }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const notices = useNotices();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.start.pathKey() });
  const retry = useMutation(trpc.start.retry.mutationOptions({ onError: notices.fault, onSettled: refresh }));
  const share = useMutation(
    trpc.start.shareDatabase.mutationOptions({ onError: notices.fault, onSettled: refresh }),
  );
  const code: ErrorCode = errorCodes.find((one) => one === stage.cause) ?? 'internal';
  const values = asText(stage.values ?? {});
  return (
    <div className={styles.fault} role="alert">
      <p>{t(`errors.${code}.what`, values)}</p>
      <p className={styles.cure}>{t(`errors.${code}.cure`, values)}</p>
      {code === 'neo4j_foreign_data' && <p>{t('start.share.text')}</p>}
      <div className={styles.acts}>
        <Button onClick={() => retry.mutate({ stage: stage.name })}>{t('shell.acts.retry')}</Button>
        {code === 'neo4j_foreign_data' && (
          <Button onClick={() => share.mutate()}>{t('start.share.act')}</Button>
        )}
      </div>
    </div>
  );
}
