'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SettingsView } from '../../graph-schema/views/settings-view.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { ConfirmDialog } from '../_shell/confirm-dialog.tsx';
import { useFarGraph } from '../_shell/use-far-graph.ts';
import { useFarModels } from '../_shell/use-far-models.ts';
import styles from './settings.module.css';

/** What is stored where, who can open it, and how to erase it. */
export function PrivacySection({ settings }: { settings: SettingsView }) {
  const t = useTranslations('settings.privacy');
  const ts = useTranslations('settings.sections');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const place = useFarGraph();
  const farModels = [...new Set(useFarModels().map((model) => model.place))].join(', ');
  const [isAsking, setAsking] = useState(false);
  const renew = useMutation(
    trpc.settings.renewKey.mutationOptions({
      onSuccess: () => notices.say(t('renewed')),
      onError: notices.fault,
    }),
  );
  const erase = useMutation(
    trpc.settings.erase.mutationOptions({
      onSuccess() {
        notices.say(t('erased'));
        void queryClient.invalidateQueries();
      },
      onError: notices.fault,
    }),
  );
  const places = [
    [t('home'), settings.home],
    [t('cache'), settings.cache],
    [t('log'), settings.logFile],
  ];
  const word = t('eraseWord');
  return (
    <section className={styles.section}>
      <h2 className={styles.name}>{ts('privacy')}</h2>
      <div className={styles.card}>
        {(place !== null || farModels === '') && (
          <p className={styles.row}>{place === null ? t('lead') : t('leadFar', { place })}</p>
        )}
        {farModels !== '' && <p className={styles.row}>{t('leadFarModels', { place: farModels })}</p>}
        {places.map(([name, path]) => (
          <div key={name} className={styles.row}>
            <span className={styles.words}>{name}</span>
            <span className={styles.path}>{path}</span>
          </div>
        ))}
        <div className={styles.row}>
          <span className={[styles.words, styles.faint].join(' ')}>{t('renewText')}</span>
          <Button disabled={renew.isPending} onClick={() => renew.mutate()}>
            {t('renew')}
          </Button>
        </div>
        <div className={styles.row}>
          <span className={[styles.words, styles.faint].join(' ')}>{t('eraseText')}</span>
          <Button look="danger" disabled={erase.isPending} onClick={() => setAsking(true)}>
            {t('erase')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('erase')}
        text={t('eraseText')}
        act={t('erase')}
        word={{ label: t('eraseSure', { word }), value: word }}
        onClose={() => setAsking(false)}
        onConfirm={() => erase.mutate({ confirm: true })}
      />
    </section>
  );
}
