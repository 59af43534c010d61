'use client';
import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import { Cpu, Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import chip from '../_controls/chip.module.css';
import { IconButton } from '../_controls/icon-button.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { nameOf } from './model-name.ts';
import { ModelPanel } from './model-panel.tsx';
import styles from './presence.module.css';
import { useFarModels } from './use-far-models.ts';
import { useMeasures } from './use-measures.ts';
import { useModelPace } from './use-model-pace.ts';

/** The model that is at work, else the one that writes: its name, what it does now, and pause; behind it all of them. */
export function Presence() {
  const t = useTranslations('shell.model');
  const { decimal } = useMeasures();
  const far = useFarModels();
  const { pause } = useModelPace();
  const { data } = useQuery(useTRPC().models.presence.queryOptions(undefined, { refetchInterval: 4000 }));
  if (data === undefined) return null;
  const shown =
    data.find(({ doing }) => doing === 'writing') ??
    data.find(({ doing }) => doing !== 'idle') ??
    data.find(({ role, id }) => role === 'write' && id !== null) ??
    data.find(({ id }) => id !== null);
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
    <Popover.Root>
      <div className={[chip.chip, styles.presence].join(' ')} data-busy={doing !== 'idle'}>
        <Popover.Trigger
          className={styles.trigger}
          title={place === undefined ? t('local') : t('far', { place })}
          aria-label={`${t('label')}: ${words.join(' · ')}`}
        >
          <Cpu size={15} strokeWidth={1.75} aria-hidden />
          <span className={styles.words}>{words.join(' · ')}</span>
        </Popover.Trigger>
        {isReady && (
          <IconButton
            className={styles.pause}
            label={shown.paused ? t('resume') : t('pause')}
            icon={shown.paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
            aria-pressed={shown.paused}
            onClick={() => pause(!shown.paused)}
          />
        )}
      </div>
      <ModelPanel models={data.filter(({ id }) => id !== null)} />
    </Popover.Root>
  );
}
