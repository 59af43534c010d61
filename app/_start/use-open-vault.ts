'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useNotices } from '../_shell/notices.tsx';
import { useTRPC } from '../_trpc/client.ts';

/** Reads a folder into the field; the job tray shows how far it is. */
export function useOpenVault(onOpened?: () => void) {
  const t = useTranslations('start.open');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  return useMutation(
    trpc.vaults.open.mutationOptions({
      onSuccess(_job, { path }) {
        notices.say(t('reading', { name: path.split(/[\\/]/).findLast((part) => part !== '') ?? path }));
        for (const queryKey of [trpc.jobs.list.queryKey(), trpc.vaults.pathKey(), trpc.field.pathKey()])
          void queryClient.invalidateQueries({ queryKey });
        onOpened?.();
      },
    }),
  );
}
