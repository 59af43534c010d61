'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { EndpointView } from '../../graph-schema/views/endpoint-view.ts';
import { Button } from '../_controls/button.tsx';
import { FarChip } from '../_shell/far-chip.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './settings.module.css';

/** The server that does a role's work now: where it is, how it does, and its key, which can be forgotten and not read. */
export function EndpointRow({ endpoint, onAgree }: { endpoint: EndpointView; onAgree: () => void }) {
  const t = useTranslations('settings.endpoint');
  const tm = useTranslations('settings.models');
  const te = useTranslations('errors');
  const ts = useTranslations('shell.model');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const presence = useQuery(trpc.models.presence.queryOptions(undefined, { refetchInterval: 4000 }));
  const forget = useMutation(
    trpc.endpoints.forgetKey.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.endpoints.pathKey() }),
      onError: notices.fault,
    }),
  );
  const { role, address, model, hasKey, isFar, isAllowed } = endpoint;
  const state = presence.data?.find((each) => each.role === role)?.state;
  const failed = state?.state === 'failed' ? (state as unknown as Failed) : null;
  const place = new URL(address).host;
  return (
    <>
      <div className={styles.row}>
        <div className={styles.words}>
          <span className={styles.strong}>{model ?? t('anyModel')}</span>
          <span className={styles.path}>{address}</span>
          <span className={styles.faint}>
            {[state && tm(`state.${state.state}`), hasKey ? t('keyKept') : null].filter(Boolean).join(' · ')}
          </span>
        </div>
        {isFar && isAllowed && <FarChip place={place} words={ts('far', { place })} />}
        {hasKey && (
          <Button look="quiet" disabled={forget.isPending} onClick={() => forget.mutate({ address })}>
            {t('forgetKey')}
          </Button>
        )}
        <span className={styles.faint}>{tm('chosen')}</span>
      </div>
      {failed && isAllowed && (
        <output className={[styles.row, styles.faint].join(' ')}>
          {te(`${failed.code}.what`, failed.values)} {te(`${failed.code}.cure`, failed.values)}
        </output>
      )}
      {!isAllowed && (
        <div className={styles.row}>
          <span className={styles.words}>{t('notAgreed', { place })}</span>
          <Button look="main" onClick={onAgree}>
            {t('decide')}
          </Button>
        </div>
      )}
    </>
  );
}

interface Failed {
  code: 'endpoint_unreachable';
  values: Record<string, string | number>;
}
