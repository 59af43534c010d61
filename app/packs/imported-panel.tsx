'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import { FaultPanel } from '../_controls/fault-panel.tsx';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { ConfirmDialog } from '../_shell/confirm-dialog.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';
import styles from './packs.module.css';

/** Packs that were taken in; each can be taken out whole. */
export function ImportedPanel() {
  const t = useTranslations('packs.imported');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { when } = useMeasures();
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null);
  const packs = useQuery(trpc.packs.list.queryOptions());
  const remove = useMutation(
    trpc.packs.remove.mutationOptions({
      onError: notices.fault,
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  if (packs.error) return <FaultPanel error={packs.error} onRetry={() => void packs.refetch()} />;
  if (packs.data === undefined) return <SkeletonLines widths={[0.5, 0.7]} />;
  if (packs.data.length === 0) return <p className={styles.faint}>{t('none')}</p>;
  return (
    <>
      <ul className={styles.choice}>
        {packs.data.map(({ id, name, scenes, importedAt, digest }) => (
          <li key={id} className={styles.card}>
            <div className={styles.row}>
              <div className={styles.grow}>
                <p className={styles.name}>{name}</p>
                <p className={styles.faint}>
                  {t('scenes', { count: scenes })} · {t('when', { when: when(importedAt) })}
                </p>
                <p className={styles.faint}>{digest}</p>
              </div>
              <Button disabled={remove.isPending} onClick={() => setAsked({ id, name })}>
                {t('remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('remove')}
        text={t('removeSure', { name: asked?.name ?? '' })}
        act={t('remove')}
        onClose={() => setAsked(null)}
        onConfirm={() =>
          asked &&
          remove.mutate(
            { id: asked.id },
            { onSuccess: () => notices.say(t('removed', { name: asked.name })) },
          )
        }
      />
    </>
  );
}
