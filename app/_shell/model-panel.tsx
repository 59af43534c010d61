'use client';
import { Popover } from '@base-ui/react/popover';
import type { inferRouterOutputs } from '@trpc/server';
import { Pause, Play, Rabbit, Settings2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { AppRouter } from '../../server/trpc/router.ts';
import { Button } from '../_controls/button.tsx';
import { ButtonLink } from '../_controls/button-link.tsx';
import menu from '../_controls/menu.module.css';
import styles from './model-panel.module.css';
import { nameOf } from './model-name.ts';
import { useMeasures } from './use-measures.ts';
import { useModelPace } from './use-model-pace.ts';

type Model = inferRouterOutputs<AppRouter>['models']['presence'][number];

/** Each model: what it does now, for what and for how long, how fast; what waits, memory; hold it back, hurry it, choose another. */
export function ModelPanel({ models }: { models: readonly Model[] }) {
  const t = useTranslations('shell.model');
  const { bytes } = useMeasures();
  const { pause, hurry } = useModelPace();
  const isPaused = models.some(({ paused }) => paused);
  const isHurried = models.some(({ hurried }) => hurried);
  const memory = Math.max(...models.map((model) => model.memory ?? 0));
  const waiting = Math.max(...models.map((model) => model.waiting));
  return (
    <Popover.Portal>
      <Popover.Positioner className={menu.positioner} sideOffset={8} align="end">
        <Popover.Popup className={[menu.popup, styles.popup].join(' ')}>
          <Popover.Title className={menu.label}>{t('panel')}</Popover.Title>
          {models.map((model) => (
            <ModelRow key={model.role} model={model} />
          ))}
          {waiting + memory > 0 && (
            <p className={styles.facts}>
              {waiting > 0 && <span>{t('waiting', { count: waiting })}</span>}
              {memory > 0 && <span>{t('memory', { memory: bytes(memory) })}</span>}
            </p>
          )}
          <div className={styles.acts}>
            <Button aria-pressed={isPaused} onClick={() => pause(!isPaused)}>
              {isPaused ? <Play size={15} aria-hidden /> : <Pause size={15} aria-hidden />}
              {t(isPaused ? 'resumeShort' : 'pauseShort')}
            </Button>
            <Button aria-pressed={isHurried} onClick={() => hurry(!isHurried)}>
              <Rabbit size={15} aria-hidden />
              {t(isHurried ? 'unhurry' : 'hurry')}
            </Button>
            <ButtonLink href="/settings#models">
              <Settings2 size={15} aria-hidden />
              {t('choose')}
            </ButtonLink>
          </div>
          <p className={styles.hint}>{t(isHurried ? 'hurriedText' : isPaused ? 'pausedText' : 'calmText')}</p>
        </Popover.Popup>
      </Popover.Positioner>
    </Popover.Portal>
  );
}

function ModelRow({ model }: { model: Model }) {
  const t = useTranslations('shell.model');
  const { decimal, duration } = useMeasures();
  const { work, tokensPerSecond, role, id, paused } = model;
  const { state } = model.state;
  const isReady = state === 'ready';
  const now =
    work === null
      ? isReady
        ? t(paused ? 'paused' : 'idle')
        : t(state)
      : t(work.purpose === null ? model.doing : `purpose.${work.purpose}`);
  const facts = [
    work === null ? null : t(`for.${work.priority}`),
    work === null ? null : duration(work.seconds),
    tokensPerSecond === null ? null : t('speed', { speed: decimal(tokensPerSecond) }),
  ].filter((fact) => fact !== null);
  return (
    <div className={styles.row} data-busy={work !== null}>
      <span className={styles.name}>{nameOf(id ?? '')}</span>
      <span className={styles.role}>{t(`role.${role}`)}</span>
      <span className={styles.now}>{now}</span>
      {facts.length > 0 && <span className={styles.fact}>{facts.join(' · ')}</span>}
    </div>
  );
}
