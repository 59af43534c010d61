'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { SceneId } from '../../../graph-schema/ids.ts';
import type { AnswerSource } from '../../../graph-schema/views/conversation-view.ts';
import { MapSketch } from '../../field/map-sketch.tsx';
import { useTRPC } from '../../_trpc/client.ts';

interface Props {
  /** those that the answer cites so far */
  sources: readonly AnswerSource[];
  onSource: (source: AnswerSource) => void;
}

/** Where an answer comes from: the field's main scenes, and on them the sources as they are used. */
export function TalkMap({ sources, onSource }: Props) {
  const t = useTranslations('conversation');
  const trpc = useTRPC();
  const { data: view } = useQuery(trpc.field.view.queryOptions({ zoom: 'main' }));
  const roots = [...new Set(sources.map(({ rootId }) => rootId))].map((id) => SceneId.parse(id));
  const around = useQuery(
    trpc.field.view.queryOptions(
      { zoom: 'main', focus: roots },
      { enabled: roots.length > 0, placeholderData: (before) => before },
    ),
  );
  const shown = around.data ?? view;
  if (shown === undefined || shown.nodes.length === 0) return null;
  const hues = new Map<string, number>(shown.regions.map(({ id, hue }) => [id, hue]));
  const numbers = new Map(sources.map((source) => [source.rootId as string, source]));
  return (
    <MapSketch
      label={t('map', { count: sources.length })}
      points={shown.nodes.map(({ id, title, x, y, regionId }) => ({
        id,
        title: numbers.has(id) ? `${numbers.get(id)?.n} · ${title}` : title,
        x,
        y,
        hue: regionId === null ? null : (hues.get(regionId) ?? null),
        isLit: numbers.has(id),
      }))}
      lines={[]}
      onScene={(id) => {
        const source = numbers.get(id);
        if (source) onSource(source);
      }}
    />
  );
}
