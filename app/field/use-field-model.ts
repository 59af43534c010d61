'use client';
import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Box, FieldView } from '../../graph-schema/views/field-view.ts';
import { usePaths } from '../_path/use-paths.ts';
import { type Lens, useFieldState, useSelectedScene } from '../_shell/url-state.ts';
import { askEarly } from '../_trpc/ask-early.ts';
import { useTRPC } from '../_trpc/client.ts';
import { type LensReading, readLens } from './lens/read-lens.ts';
import { layoutAlong } from './lens/stand-along.ts';
import { useLensFigures } from './lens/use-lens-figures.ts';
import { mapModel, type Switch, switches } from './map-model.ts';
import { useRootOf } from '../_scene/use-root-of.ts';
import { type AskedField, useAskedField } from './use-asked-field.ts';
import { windowOf } from './window-of.ts';

const noProposals: never[] = [];

/** Whether an earlier question was for the same part, in whatever window. */
function isOfPart(key: readonly unknown[] | undefined, asked: AskedField): boolean {
  const of = key?.[1] as { input?: AskedField & { window?: unknown; focus?: unknown } } | undefined;
  if (of?.input === undefined) return false;
  const { window: _, focus: __, ...part } = of.input;
  return hashKey([part]) === hashKey([asked]);
}

/** The part of the field that the address asks for, and what of it is shown. `window`: what is in sight; null: all of it. */
export function useFieldModel(window: Box | null) {
  const trpc = useTRPC();
  const [scene] = useSelectedScene();
  const { chosen } = usePaths();
  const [{ hide, only, colour, size, along }] = useFieldState();
  const asked = useAskedField();
  askEarly('field.view', asked);
  const far = useQuery(trpc.field.view.queryOptions(asked, { placeholderData: keepPreviousData }));
  // What cannot all be shown at once shows more to a nearer look, and what the person has before them.
  const root = useRootOf(scene) ?? scene;
  const focus = [...(root === null ? [] : [root]), ...(chosen?.scenes.map(({ id }) => id) ?? [])];
  const isPart = far.data?.isWhole === false && !along && (window !== null || focus.length > 0);
  const nearer = {
    ...asked,
    ...(window && { window: windowOf(window) }),
    ...(focus.length > 0 && { focus }),
  };
  const near = useQuery(
    trpc.field.view.queryOptions(nearer, {
      // what was near in another part is nothing of this one
      placeholderData: (before, query) => (isOfPart(query?.queryKey, asked) ? before : undefined),
      enabled: isPart,
    }),
  );
  const view = isPart && near.data !== undefined ? near : far;
  /** what is shown is still the part that was asked for before */
  const isEarlier = far.isPlaceholderData;
  const figures = useLensFigures(isPart ? nearer : asked);
  const { data: listed } = useQuery(trpc.proposals.list.queryOptions({ limit: 60 }));
  const hidden = useMemo(() => new Set(hide.split(',').filter((id) => id !== '')), [hide]);
  const off = useMemo(
    () => new Set<Switch>(switches.filter((name) => only.split(',').includes(name))),
    [only],
  );
  const proposals = listed?.proposals ?? noProposals;
  const colours = useReading(colour, view.data, figures);
  const sizes = useReading(size, view.data, figures);
  const axis = useMemo(() => {
    const box = view.data?.box;
    return along && figures.layout !== null && box ? layoutAlong(figures.layout, box) : null;
  }, [along, figures.layout, view.data]);
  const model = useMemo(
    () =>
      view.data &&
      colours &&
      sizes &&
      mapModel(view.data, { proposals, filters: { hidden, off }, colour: colours, size: sizes, axis }),
    [view.data, proposals, hidden, off, colours, sizes, axis],
  );
  return {
    view,
    model,
    isEarlier,
    hidden,
    off,
    lens: { colour: colours, size: sizes, isWorking: figures.isWorking, sampled: figures.sampled },
    pending: listed?.counts.pending ?? 0,
  };
}

function useReading(
  lens: Lens,
  view: FieldView | undefined,
  figures: ReturnType<typeof useLensFigures>,
): LensReading | undefined {
  const own = lens === 'betweenness' || lens === 'doubt' || lens === 'axis' ? figures[lens] : null;
  const [values, low, high] = [own?.values, own?.low ?? 0, own?.high ?? 1];
  return useMemo(
    () =>
      view &&
      readLens(lens, view.nodes, {
        regions: view.regions,
        figures: values === undefined ? null : { values, low, high },
      }),
    [lens, view, values, low, high],
  );
}
