'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { RegionId, SceneId } from '../../graph-schema/ids.ts';
import { Button } from '../_controls/button.tsx';
import { useTRPC } from '../_trpc/client.ts';
import { useTold } from './use-told.ts';

interface Props {
  /** two regions, or a missing scene */
  of: [SceneId] | [RegionId, RegionId];
  isSettled: boolean;
}

/** A person may say that something is no gap, whatever is counted; and take it back. */
export function SettleAct({ of, isSettled }: Props) {
  const t = useTranslations('gaps.panel');
  const told = useTold();
  const trpc = useTRPC();
  const keep = useMutation(
    trpc.gaps.keepSettled.mutationOptions(told(() => t(isSettled ? 'saidUnsettled' : 'saidSettled'))),
  );
  const words = isSettled ? 'unsettle' : of.length === 1 ? 'settleScene' : 'settlePair';
  return (
    <Button disabled={keep.isPending} onClick={() => keep.mutate({ of, isSettled: !isSettled })}>
      {t(words)}
    </Button>
  );
}
