'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { GapsView } from '../../graph-schema/views/gap.ts';
import { Button } from '../_controls/button.tsx';
import { useNotices } from '../_shell/notices.tsx';
import { useUndo } from '../_shell/undo.tsx';
import { useTRPC } from '../_trpc/client.ts';
import type { Pair } from './find-pair.ts';

/** A person may say of two regions that there is nothing to join, whatever is expected; and take it back. */
export function ApartAct({ view, pair }: { view: GapsView; pair: Pair }) {
  const t = useTranslations('gaps.panel');
  const ts = useTranslations('shell.acts');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useNotices();
  const { undo } = useUndo();
  const [from, to] = [view.regions[pair.from], view.regions[pair.to]];
  const keep = useMutation(
    trpc.gaps.keepApart.mutationOptions({
      onSuccess({ number }) {
        void queryClient.invalidateQueries({ queryKey: trpc.field.gaps.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.gaps.pathKey() });
        notices.say(t(pair.isApart ? 'saidTogether' : 'saidApart'), {
          label: ts('undo'),
          run: () => undo(number),
        });
      },
      onError: notices.fault,
    }),
  );
  if (from === undefined || to === undefined) return null;
  return (
    <Button
      disabled={keep.isPending}
      onClick={() => keep.mutate({ regions: [from.id, to.id], isApart: !pair.isApart })}
    >
      {t(pair.isApart ? 'together' : 'apart')}
    </Button>
  );
}
