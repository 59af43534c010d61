'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Box, FieldRegion } from '../../graph-schema/views/field-view.ts';
import { usePeriod } from '../_changed/use-period.ts';
import { useJoin } from '../_join/use-join.ts';
import { useActsMenu } from '../_edit/acts-menu.tsx';
import { MapEdits } from '../_edit/map-edits.tsx';
import { useEdits } from '../_edit/use-edits.ts';
import { isMenuKey } from '../_edit/menu-key.ts';
import { useMarks } from '../_edit/use-marks.ts';
import { useSight } from '../_edit/use-sight.ts';
import { useRootOf } from '../_scene/use-root-of.ts';
import { usePaths } from '../_path/use-paths.ts';
import {
  useCamera,
  useFieldState,
  useSelectedProposal,
  useSelectedScene,
  useVault,
} from '../_shell/url-state.ts';
import { cameraFrom, cameraText } from './camera-text.ts';
import { EdgeCard } from './edge-card.tsx';
import type { EdgeHover } from './edge-gestures.ts';
import { type Aim, createFieldController, type FieldController } from './field-controller.ts';
import heard from '../_controls/heard.module.css';
import { MapAim } from './map-aim.tsx';
import { mapKey } from './map-keys.ts';
import styles from './field-map.module.css';
import { HoverCard } from './hover-card.tsx';
import type { MapModel } from './map-model.ts';
import type { Point } from './map-reach.ts';
import { foldedRegion } from './shown-part.ts';
import { MapTools } from './map-tools.tsx';
import { useLatest } from './use-latest.ts';
import { useRestyle } from './use-restyle.ts';

/** One press of an arrow key moves the map so far, CSS pixels; with Shift four times. */
const step = 60;

interface Props {
  model: MapModel | undefined;
  isSettling: boolean;
  /** another part was asked for, and what is shown is the one before it */
  isEarlier: boolean;
  isAll: boolean;
  /** it takes the keys as soon as it is there */
  isFocused: boolean;
  /** hears what is in sight once the hand rests; null: all of it */
  onWindow(window: Box | null): void;
  /** the map's own once it stands, null once it is gone */
  onController(controller: FieldController | null): void;
}

/** The map: Cytoscape between two layers of our own, all driven by one controller. */
export function FieldMap({ model, isSettling, isEarlier, isAll, isFocused, onWindow, onController }: Props) {
  const t = useTranslations('field');
  const graph = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const under = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const [controller, setController] = useState<FieldController | null>(null);
  const [hover, setHover] = useState<{ id: string; x: number; y: number } | null>(null);
  const [vault] = useVault();
  const [scene, setScene] = useSelectedScene();
  const [proposal, setProposal] = useSelectedProposal();
  /** a hand on the keys works the map */
  const [isKeyed, setKeyed] = useState(false);
  const root = useRootOf(scene) ?? scene;
  const [edge, setEdge] = useState<EdgeHover | null>(null);
  const { chosen: path } = usePaths();
  const { ask: askJoin } = useJoin();
  const [camera, setCamera] = useCamera();
  const [{ around, region, depth, along }, setState] = useFieldState();
  const { period } = usePeriod();
  useRestyle(controller);
  const kept = useRef<string | null>(null);
  const { pin } = useEdits();
  const { unfold } = useSight();
  const { marked } = useMarks();
  const openActs = useActsMenu();
  const latest = useLatest({
    onScene: (id: string) => void setScene(id),
    onNeighbourhood: (id: string) => void setState({ around: id, region: null }),
    onRegion: (id: string) => void setState({ region: id, around: null }),
    onProposal(id: string, from: string) {
      void setScene(from);
      void setProposal(id);
    },
    // what leads out of a collapsed region is many links
    onEdge: (from: string, to: string) => {
      if (foldedRegion(from) === null && foldedRegion(to) === null) askJoin(from, to);
    },
    onCamera(text: string | null) {
      kept.current = text;
      void setCamera(text);
    },
    onWindow,
    countWords: ({ scenes, chosen }: FieldRegion) =>
      chosen === undefined
        ? t('notes', { count: scenes })
        : period.since === undefined
          ? t('notes', { count: chosen })
          : t('came', { count: chosen }),
    onUnfold: unfold,
    onMoved: (id: string, spot: Point) => pin.mutate({ pins: [{ id, isPinned: true, spot }] }),
    onMenu(id: string | null, at: Point) {
      const box = graph.current?.getBoundingClientRect();
      const regionId = model?.nodes.find((node) => node.id === id)?.regionId ?? null;
      const spot = id === null && model?.axis === null ? controller?.spotAt(at) : undefined;
      openActs({
        ids: id === null ? [] : marksOr(id),
        regionId,
        spot,
        x: (box?.left ?? 0) + at.x,
        y: (box?.top ?? 0) + at.y,
      });
    },
    camera,
  });

  useEffect(() => {
    if (graph.current === null || under.current === null || over.current === null) return undefined;
    const made = createFieldController(
      { graph: graph.current, under: under.current, over: over.current },
      {
        onScene: (id) => latest.current.onScene(id),
        onNeighbourhood: (id) => latest.current.onNeighbourhood(id),
        onProposal: (id, from) => latest.current.onProposal(id, from),
        onRegion: (id) => latest.current.onRegion(id),
        onUnfold: (id) => latest.current.onUnfold(id),
        onMenu: (id, at) => latest.current.onMenu(id, at),
        onMoved: (id, spot) => latest.current.onMoved(id, spot),
        onHover: setHover,
        onEdge: (from, to) => latest.current.onEdge(from, to),
        onEdgeHover: setEdge,
        onCamera(view) {
          latest.current.onCamera(view && cameraText(view));
          latest.current.onWindow(view && made.extent());
        },
        countWords: (of) => latest.current.countWords(of),
      },
    );
    setController(made);
    onController(made);
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(graph.current);
    // Names are drawn in the page's own faces, which arrive after the first drawing.
    document.fonts.addEventListener('loadingdone', made.redraw);
    return () => {
      document.fonts.removeEventListener('loadingdone', made.redraw);
      watch.disconnect();
      onController(null);
      made.destroy();
    };
  }, [latest, onController]);

  useEffect(() => {
    if (isFocused) box.current?.focus({ preventScroll: true });
  }, [isFocused]);

  useEffect(() => {
    if (controller === null || model === undefined) return;
    const isFirst = controller.isEmpty();
    controller.update(model);
    const asked = cameraFrom(latest.current.camera);
    if (isFirst && asked !== null) controller.look(asked);
  }, [controller, model, latest]);

  const part = `${vault ?? ''} ${around ?? ''} ${region ?? ''} ${around === null ? '' : depth} ${along && model?.axis != null}`;
  const seen = useRef(part);
  useEffect(() => {
    if (controller === null || model === undefined || isEarlier || seen.current === part) return;
    seen.current = part;
    controller.fit();
  }, [controller, model, part, isEarlier]);

  useEffect(() => {
    if (controller === null || camera === kept.current) return;
    kept.current = camera;
    const asked = cameraFrom(camera);
    if (asked !== null) controller.look(asked);
  }, [controller, camera]);

  useEffect(() => {
    if (model === undefined) return;
    controller?.select(root, proposal);
    if (root !== null) controller?.reveal(root);
  }, [controller, root, proposal, model]);

  useEffect(() => controller?.trace(path?.scenes.map(({ id }) => id) ?? []), [controller, path]);

  /** The menu is about all that is marked where the scene is one of them. */
  function marksOr(id: string): string[] {
    return marked.length > 1 && marked.includes(id) ? marked : [id];
  }

  function press(event: KeyboardEvent) {
    if (controller !== null && isMenuKey(event)) {
      event.preventDefault();
      const at = root === null ? null : controller.standsAt(root);
      latest.current.onMenu(at === null ? null : root, at ?? controller.middle());
      return;
    }
    if (controller === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      open(controller.aim(region));
      setKeyed(true);
      return;
    }
    const act = mapKey(controller, event.key, event.shiftKey ? 4 * step : step);
    if (act === undefined) return;
    event.preventDefault();
    act();
    setKeyed(true);
  }

  function open(aim: Aim | null) {
    if (aim === null) return;
    const folded = foldedRegion(aim.id);
    if (aim.of === 'region') latest.current.onRegion(aim.id);
    else if (folded === null) latest.current.onScene(aim.id);
    else latest.current.onUnfold(folded);
  }

  return (
    <div className={styles.stage}>
      {/* Cytoscape would write a style element that the policy forbids; one with this id makes it leave that out. */}
      <span id="__________cytoscape_stylesheet" hidden />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys */}
      <div
        ref={box}
        className={styles.map}
        role="application"
        aria-label={t('map')}
        aria-describedby="map-help"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is worked by arrow keys
        tabIndex={0}
        onKeyDown={press}
        onFocus={(event) => setKeyed(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setKeyed(false)}
        onPointerDown={() => setKeyed(false)}
        onContextMenu={(event) => event.preventDefault()}
        data-testid="field-map"
        data-earlier={isEarlier}
        data-ready={controller !== null && model !== undefined}
      >
        <canvas ref={under} className={styles.layer} aria-hidden />
        <div ref={graph} className={styles.graph} />
        <canvas ref={over} className={styles.layer} aria-hidden />
      </div>
      <p id="map-help" className={heard.heard}>
        {t('mapHelp')}
      </p>
      {model === undefined && <div className={styles.skeleton} aria-busy="true" />}
      {isSettling && <p className={styles.settling}>{t('settling')}</p>}
      {isEarlier && !isSettling && (
        <p className={styles.settling} data-late>
          {t('opening')}
        </p>
      )}
      {model?.nodes.length === 0 && !isAll && <p className={styles.settling}>{t('nothing')}</p>}
      {hover !== null && model && <HoverCard at={hover} model={model} />}
      {hover === null && edge !== null && model && <EdgeCard at={edge} model={model} />}
      {controller !== null && isKeyed && !isSettling && <MapAim controller={controller} within={region} />}
      {controller !== null && <MapEdits controller={controller} />}
      {controller !== null && <MapTools controller={controller} />}
    </div>
  );
}
