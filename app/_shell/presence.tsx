'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Cpu, Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import chip from '../_controls/chip.module.css';
import { IconButton } from '../_controls/icon-button.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { useNotices } from './notices.tsx';
import styles from './presence.module.css';
import { useFarModels } from './use-far-models.ts';
import { useMeasures } from './use-measures.ts';

/** The model that is at work, else the one that writes: its name, what it does now, and pause. */
export function Presence() {
  const t = useTranslations('shell.model');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { decimal } = useMeasures();
  const far = useFarModels();
  const { data } = useQuery(trpc.models.presence.queryOptions(undefined, { refetchInterval: 4000 }));
  const pause = useMutation(
    trpc.models.pause.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.models.presence.queryKey() }),
      onError: notices.fault,
    }),
  );
  if (data === undefined) return null;
  const shown =
    data.find(({ doing }) => doing === 'writing') ??
    data.find(({ doing }) => doing !== 'idle') ??
    data.find(({ role, id }) => role === 'write' && id !== null) ??
    data[0];
  if (shown === undefined || shown.id === null) return null;
  const { state } = shown.state;
  const place = far.find(({ role }) => role === shown.role)?.place;
  const isReady = state === 'ready';
  const doing = shown.paused ? 'paused' : shown.doing;
  const words = [
    nameOf(shown.id),
    isReady ? t(doing) : t(state),
    isReady && !shown.paused && shown.doing === 'writing' && shown.tokensPerSecond !== null
      ? t('speed', { speed: decimal(shown.tokensPerSecond) })
      : null,
  ].filter((word) => word !== null);
  return (
    <div
      className={[chip.chip, styles.presence].join(' ')}
      title={place === undefined ? t('local') : t('far', { place })}
      data-busy={doing !== 'idle'}
    >
      <Cpu size={15} strokeWidth={1.75} aria-hidden />
      <span className={styles.words} aria-label={`${t('label')}: ${words.join(' · ')}`}>
        {words.join(' · ')}
      </span>
      {isReady && (
        <IconButton
          className={styles.pause}
          label={shown.paused ? t('resume') : t('pause')}
          icon={shown.paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
          aria-pressed={shown.paused}
          onClick={() => pause.mutate({ paused: !shown.paused })}
        />
      )}
    </div>
  );
}

/** `qwen2.5-coder-1.5b` → `Qwen 1.5B`; a file by path keeps its own name. */
export function nameOf(id: string): string {
  const size = /(\d+(?:\.\d+)?)b\b/i.exec(id)?.[1];
  const file = id.split('/').at(-1) ?? id;
  if (/^qwen/i.test(file) && size !== undefined) return `Qwen ${size}B`;
  return /e5-small/i.test(file) ? 'E5 small' : file;
}
