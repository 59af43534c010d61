'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FieldRegion } from '../../../graph-schema/views/field-view.ts';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InputOf, ResultOf } from '../../../graph-schema/views/notebook-view.ts';
import { useSelectedScene } from '../../_shell/url-state.ts';
import { useTRPC } from '../../_trpc/client.ts';
import { createFieldController, type FieldController } from '../../field/field-controller.ts';
import { readLens } from '../../field/lens/read-lens.ts';
import { mapModel } from '../../field/map-model.ts';
import { useLatest } from '../../field/use-latest.ts';
import { useRestyle } from '../../field/use-restyle.ts';
import { mapKey } from '../../field/map-keys.ts';
import styles from './live-map.module.css';

type Asked = ResultOf<'map'>['view'];
type Colour = InputOf<'map'>['colour'];

const nothing = { hidden: new Set<never>(), off: new Set<never>() };
/** One press of an arrow key moves the map so far, CSS pixels. */
const step = 60;

/** A window of the field as it is now, by one lens; it has its own camera and changes nothing of the field's. */
export default function LiveMap({ asked, colour }: { asked: Asked; colour: Colour }) {
  const t = useTranslations('field');
  const model = useModel(asked, colour);
  const graph = useRef<HTMLDivElement>(null);
  const under = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const [controller, setController] = useState<FieldController | null>(null);
  const [scene, setScene] = useSelectedScene();
  const latest = useLatest({
    onScene: (id: string) => void setScene(id),
    countWords: ({ scenes }: FieldRegion) => t('notes', { count: scenes }),
  });

  useEffect(() => {
    if (graph.current === null || under.current === null || over.current === null) return undefined;
    const none = () => undefined;
    const made = createFieldController(
      { graph: graph.current, under: under.current, over: over.current },
      {
        onScene: (id) => latest.current.onScene(id),
        onNeighbourhood: (id) => latest.current.onScene(id),
        countWords: (of) => latest.current.countWords(of),
        onProposal: none,
        onRegion: none,
        onUnfold: none,
        onMenu: none,
        onMoved: none,
        onHover: none,
        onEdge: none,
        onEdgeHover: none,
        onCamera: none,
      },
    );
    setController(made);
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(graph.current);
    return () => {
      watch.disconnect();
      made.destroy();
    };
  }, [latest]);
  useEffect(() => {
    if (model !== undefined) controller?.update(model);
  }, [controller, model]);
  useRestyle(controller);
  useEffect(() => controller?.select(scene, null), [controller, scene]);

  function press(event: KeyboardEvent) {
    if (controller === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const act = mapKey(controller, event.key, step);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys
    <div
      className={styles.map}
      role="application"
      aria-label={t('map')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is worked by arrow keys
      tabIndex={0}
      onKeyDown={press}
      data-testid="live-map"
      data-ready={controller !== null && model !== undefined}
    >
      {/* Cytoscape would write a style element that the policy forbids; one with this id makes it leave that out. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <canvas ref={under} className={styles.layer} aria-hidden />
      <div ref={graph} className={styles.graph} />
      <canvas ref={over} className={styles.layer} aria-hidden />
    </div>
  );
}

function useModel(asked: Asked, colour: Colour) {
  const trpc = useTRPC();
  const part = {
    zoom: 'all' as const,
    ...(asked.regionId !== undefined && { regionId: asked.regionId as never }),
    ...(asked.around !== undefined && { around: asked.around as never, depth: asked.depth ?? 1 }),
    ...(asked.vaultId !== undefined && { vaultId: asked.vaultId }),
    ...(asked.since !== undefined && { since: asked.since }),
    ...(asked.until !== undefined && { until: asked.until }),
  };
  const view = useQuery(trpc.field.view.queryOptions(part, { placeholderData: keepPreviousData }));
  const isMeasured = colour === 'betweenness' || colour === 'doubt';
  const { data: measured } = useQuery(
    trpc.field.measure.queryOptions(
      { ...part, measure: isMeasured ? colour : 'doubt' },
      { enabled: isMeasured, placeholderData: keepPreviousData },
    ),
  );
  return useMemo(() => {
    if (view.data === undefined) return undefined;
    const { nodes, regions } = view.data;
    const figures = measured ? { values: measured.values, low: 0, high: measured.most } : null;
    return mapModel(view.data, {
      proposals: [],
      filters: nothing,
      colour: readLens(colour, nodes, { regions, figures }),
      size: readLens('degree', nodes, { regions, figures: null }),
      axis: null,
    });
  }, [view.data, measured, colour]);
}
