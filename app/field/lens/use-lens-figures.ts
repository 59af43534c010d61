'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Measure } from '../../../graph-schema/views/lens-view.ts';
import { useAxis } from '../../_axis/use-axis.ts';
import { useFieldState } from '../../_shell/url-state.ts';
import { useTRPC } from '../../_trpc/client.ts';
import type { AskedField } from '../use-asked-field.ts';
import type { LensFigures } from './read-lens.ts';

/** Figures that are still worked out are asked for again after so long. Milliseconds. */
const againMs = 1500;

/** What the lenses in use need beyond what the scenes carry; null while a figure is not there. `isWorking`: something is still being worked out. */
export function useLensFigures(asked: AskedField) {
  const betweenness = useMeasure('betweenness', asked);
  const doubt = useMeasure('doubt', asked);
  const { axis, poles } = useAxis(asked);
  const places: LensFigures | null =
    axis.data === undefined ? null : { values: axis.data.places, low: axis.data.low, high: axis.data.high };
  return {
    betweenness: betweenness.figures,
    doubt: doubt.figures,
    axis: places,
    layout: axis.data ?? null,
    isWorking: betweenness.isWorking || doubt.isWorking || (poles !== null && axis.isPending),
    sampled: betweenness.sampled,
  };
}

function useMeasure(measure: Measure, asked: AskedField) {
  const [{ colour, size }] = useFieldState();
  const isUsed = colour === measure || size === measure;
  const { data } = useQuery(
    useTRPC().field.measure.queryOptions(
      { ...asked, measure },
      {
        enabled: isUsed,
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (state.data?.isWorking === true ? againMs : false),
      },
    ),
  );
  const figures: LensFigures | null =
    isUsed && data ? { values: data.values, low: 0, high: data.most } : null;
  return { figures, isWorking: isUsed && data?.isWorking !== false, sampled: data?.sampled ?? null };
}
