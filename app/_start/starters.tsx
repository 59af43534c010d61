'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';
import styles from './starters.module.css';

/** The fields that ship with the app. */
export function Starters({ onOpened }: { onOpened?: () => void }) {
  const t = useTranslations('start.starter');
  const tp = useTranslations('packs');
  const language = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const starters = useQuery(trpc.packs.starters.queryOptions({ language }));
  const open = useMutation(
    trpc.packs.openStarter.mutationOptions({
      onSuccess(_none, { id }) {
        const title = starters.data?.find((one) => one.id === id)?.title ?? id;
        notices.say(t('opened', { title }));
        for (const queryKey of [trpc.field.pathKey(), trpc.packs.pathKey(), trpc.vaults.pathKey()])
          void queryClient.invalidateQueries({ queryKey });
        onOpened?.();
      },
      onError: notices.fault,
    }),
  );
  if (starters.error) return <FaultPanel error={starters.error} onRetry={() => void starters.refetch()} />;
  if (starters.data === undefined) return <SkeletonLines widths={[0.6, 0.9, 0.7]} />;
  if (starters.data.length === 0) return <p>{tp('starters.none')}</p>;
  return (
    <ul className={styles.list}>
      {starters.data.map(({ id, title, about, scenes }) => (
        <li key={id} className={styles.starter}>
          <div className={styles.words}>
            <h3 className={styles.title}>{title}</h3>
            <p className={styles.about}>{about}</p>
            <p className={styles.count}>{tp('imported.scenes', { count: scenes })}</p>
          </div>
          <Button
            aria-label={`${t('act')}: ${title}`}
            disabled={open.isPending}
            onClick={() => open.mutate({ id, language })}
          >
            {t('act')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
