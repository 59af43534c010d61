'use client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AnswerSource } from '../../../graph-schema/views/conversation-view.ts';
import type { FieldNode } from '../../../graph-schema/views/field-view.ts';
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
  const { data: main } = useQuery(trpc.field.view.queryOptions({ zoom: 'main' }));
  const numbers = new Map(sources.map((source) => [source.rootId as string, source]));
  const own = useQueries({
    queries: [...numbers.values()].map(({ rootId }) =>
      trpc.field.view.queryOptions({ zoom: 'all', around: rootId, depth: 1 }),
    ),
  }).flatMap(({ data }) => data?.nodes.filter(({ id }) => numbers.has(id)) ?? []);
  const nodes = new Map<string, FieldNode>([...(main?.nodes ?? []), ...own].map((node) => [node.id, node]));
  if (nodes.size === 0) return null;
  const hues = new Map<string, number>(main?.regions.map(({ id, hue }) => [id, hue]));
  return (
    <MapSketch
      label={t('map', { count: sources.length })}
      points={[...nodes.values()].map(({ id, title, x, y, regionId }) => ({
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
