'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { RegionId, SceneId } from '../../graph-schema/ids.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useTRPC } from '../_trpc/client.ts';

interface Props {
  /** two regions, or a missing scene */
  of: [SceneId] | [RegionId, RegionId];
  isSettled: boolean;
}

/** A person may say that something is no gap, whatever is counted; and take it back. */
export function SettleAct({ of, isSettled }: Props) {
  const t = useTranslations('gaps.panel');
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const keep = useMutation(
    trpc.gaps.keepSettled.mutationOptions({
      onSuccess({ number }) {
        void queryClient.invalidateQueries({ queryKey: trpc.field.gaps.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.gaps.pathKey() });
        notices.say(t(isSettled ? 'saidUnsettled' : 'saidSettled'), {
          label: ts('undo'),
          run: () => undo(number),
        });
      },
      onError: notices.fault,
    }),
  );
  const words = isSettled ? 'unsettle' : of.length === 1 ? 'settleScene' : 'settlePair';
  return (
    <Button disabled={keep.isPending} onClick={() => keep.mutate({ of, isSettled: !isSettled })}>
      {t(words)}
    </Button>
  );
}
