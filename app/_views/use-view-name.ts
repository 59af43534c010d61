'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { SceneId } from '../../graph-schema/ids.ts';
import { usePeriod } from '../_changed/use-period.ts';
import { useFieldState } from '../_shell/url-state.ts';
import { useMeasures } from '../_shell/use-measures.ts';
import { useTRPC } from '../_trpc/client.ts';

/** What the view that is looked at could be called: which part of the field, in which days, through which lens. */
export function useViewName(): string {
  const t = useTranslations();
  const trpc = useTRPC();
  const { day } = useMeasures();
  const { period } = usePeriod();
  const [{ around, region, colour }] = useFieldState();
  const { data: scene } = useQuery(
    trpc.field.scene.queryOptions({ id: (around ?? '') as SceneId }, { enabled: around !== null }),
  );
  const { data: listed } = useQuery(trpc.field.regions.queryOptions({}, { enabled: region !== null }));
  const part =
    around !== null
      ? t('field.around', { title: scene?.title ?? '…' })
      : region !== null
        ? t('field.region', { name: listed?.regions.find(({ id }) => id === region)?.name ?? '…' })
        : t('field.whole');
  const days = [period.since, period.until].flatMap((one) => (one === undefined ? [] : [day(one)]));
  return [
    part,
    ...(days.length > 0 ? [days.join(' – ')] : []),
    ...(colour === 'region' ? [] : [t(`lens.by.${colour}`)]),
  ].join(', ');
}
