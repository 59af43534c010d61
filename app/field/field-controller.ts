import cytoscape, { type CollectionReturnValue, type Core } from 'cytoscape';
import type { Box, FieldRegion } from '../../graph-schema/views/field-view.ts';
import { type EdgeHandlers, listenToEdges } from './edge-gestures.ts';
import { applyElements, elementsOf, moveMs } from './field-elements.ts';
import { type CameraView, createMapCamera } from './map-camera.ts';
import { type MapColours, readMapColours } from './map-colours.ts';
import { type GestureHandlers, listenToGestures } from './map-gestures.ts';
import { readLens } from './lens/read-lens.ts';
import type { MapModel } from './map-model.ts';
import { createMapReach, isInside, type Point } from './map-reach.ts';
import type { NamedRegion } from './label-layer.ts';
import { isWithin } from './place-labels.ts';
import { seenPart } from './picture/seen-part.ts';
import { setClass } from './set-class.ts';
import { drawMap, type MapParts, type Painted, paintLayers } from './map-painter.ts';
import { mapStyle } from './map-style.ts';
import type { Pen } from './pen.ts';

export interface MapHandlers extends GestureHandlers, EdgeHandlers {
  /** after the hand has come to rest; `null` while all of the field is in sight */
  onCamera(view: CameraView | null): void;
  countWords(region: FieldRegion): string;
}

/** Below this share of the whole field's zoom only regions and their currents are told apart. */
const farBelow = 0.72;
/** Nearer, scenes are looked at, and a press beside them means none of the region. */
const groundUntil = 1.7;
/** A camera at rest for so long is kept in the address. Milliseconds. */
const restMs = 350;
/** Restyling every element on every frame costs more than it shows: it is done at steps of a tenth of the zoom. */
const zoomStep = 0.1;
/** Where only some notes are shown they are so much larger. */
const sifted = 1.7;
/** A scene so far from the middle is meant by Enter, too. CSS pixels. */
const besideMiddle = 48;
/** A scale that differs less is seen by nobody. */
const sameScale = 0.02;

const unread = readLens('region', [], { regions: [], figures: null });
const empty: MapModel = {
  nodes: [],
  edges: [],
  regions: [],
  currents: [],
  ghosts: [],
  colour: unread,
  size: unread,
  axis: null,
  isSifted: false,
  ground: null,
};

/** What stands in the middle of the map, which Enter opens. */
export type Aim = { of: 'region' | 'scene'; id: string; title: string };

export type FieldController = ReturnType<typeof createFieldController>;

function openGraph(container: HTMLElement): Core {
  return cytoscape({
    container,
    layout: { name: 'preset' },
    autounselectify: true,
    boxSelectionEnabled: false,
    minZoom: 0.002,
    maxZoom: 6,
    pixelRatio: 'auto',
  });
}

/** The map: made once a mount, updated by difference, restyled when the theme changes. React never renders its elements. */
export function createFieldController(parts: MapParts, handlers: MapHandlers) {
  const cy = openGraph(parts.graph);
  const camera = createMapCamera(cy, () => state.model.ground);
  const reach = createMapReach(cy);
  const frames = new Set<() => void>();
  let state = { model: empty, colours: readMapColours(parts.graph), selected: null as string | null };
  let lit: ReadonlySet<string> | null = null;
  let traced: readonly string[] = [];
  /** the traced path has not been brought into sight yet */
  let isUnframed = false;
  let marked: ReadonlySet<string> = new Set();
  let fitZoom = 1;
  /** where the names of regions stand */
  let named: readonly NamedRegion[] = [];
  /** grounds of the model's regions, field units */
  let outlines: readonly { id: string; line: readonly Point[] }[] = [];
  /** the scale that the elements were styled at last */
  let styledAt = 1;

  const nearness = () => cy.zoom() / fitZoom;
  // A small scene is about nine pixels across where the whole field is shown, and grows slower than the zoom.
  const scale = () =>
    Math.min(1.5, 0.62 / fitZoom) * Math.max(0.35, nearness()) ** -0.45 * (state.model.isSifted ? sifted : 1);

  const painted = (): Painted => ({
    ...state,
    lit,
    traced,
    nearness: nearness(),
    scale: scale(),
    isFar: nearness() < farBelow,
  });

  function draw() {
    named = paintLayers(cy, parts, painted(), handlers.countWords);
    for (const frame of frames) frame();
  }

  /** The region whose name is there; from afar also the one on whose ground it is. */
  function regionAt(at: Point): string | null {
    const byName = named.find(({ box }) => isWithin(box, at));
    if (byName !== undefined) return byName.id;
    if (nearness() > groundUntil) return null;
    const spot = reach.spotAt(at);
    return outlines.find(({ line }) => isInside(line, spot))?.id ?? null;
  }

  /** What Enter opens: from afar the region in the middle of the map, nearer the scene closest to it. `within`: a region that is open already. */
  function aim(within: string | null): Aim | null {
    const at = reach.middle();
    const regionThere = () => {
      const region = state.model.regions.find(({ id }) => id === regionAt(at));
      return region === undefined || region.id === within
        ? null
        : ({ of: 'region', id: region.id, title: region.name } as const);
    };
    const sceneThere = () => {
      const id = reach.sceneAt(at, besideMiddle);
      const title = state.model.nodes.find((node) => node.id === id)?.title;
      return id === null || title === undefined ? null : ({ of: 'scene', id, title } as const);
    };
    return nearness() > groundUntil ? (sceneThere() ?? regionThere()) : (regionThere() ?? sceneThere());
  }

  function restyle() {
    markFar();
    cy.style().update();
    styledAt = scale();
  }

  function markFar() {
    const isFar = nearness() < farBelow;
    setClass(cy.elements('edge'), 'far', () => isFar);
  }

  function show(before = state.model) {
    const isFirst = cy.nodes().empty();
    // what comes first is styled as it comes, once, at the zoom at which it is shown
    if (isFirst) lookAtModel();
    applyElements(cy, elementsOf(state.model, state.colours), moveMs(before, state.model));
    reach.mark(marked);
    if (isFirst) camera.fitAtOnce();
    fitZoom = camera.fitZoom();
    // what came is styled already
    if (Math.abs(Math.log(scale() / styledAt)) > sameScale) restyle();
    else markFar();
    if (traced.length > 0) light(null);
    else draw();
    frameTraced();
  }

  /** A path is brought into sight once, as soon as all of its scenes are there. */
  function frameTraced() {
    if (!isUnframed || traced.some((id) => cy.getElementById(id).empty())) return;
    isUnframed = false;
    camera.frame(traced);
  }

  function lookAtModel() {
    const box = state.model.ground ?? boxAround(state.model.nodes);
    if (box === null) return;
    fitZoom = camera.lookAt(box);
    styledAt = scale();
  }

  /** Lights a scene and its neighbours, and fades the rest; no scene: the path that is traced, if there is one. */
  function light(id: string | null) {
    cy.batch(() => {
      const near = id === null ? pathOf(cy, traced) : cy.getElementById(id).closedNeighborhood();
      lit = near && new Set(near.nodes().map((node) => node.id()));
      setClass(cy.elements(), 'faded', (element) => near !== null && !near.has(element));
      setClass(
        cy.elements('edge'),
        'near',
        (edge) => near !== null && near.has(edge) && edge.data('ghost') !== true,
      );
    });
    draw();
  }

  cy.style(mapStyle(state.colours, scale));
  const stopWatching = watchCamera(cy, restyle, () =>
    handlers.onCamera(camera.isWhole() ? null : camera.view()),
  );
  cy.on('render', draw);
  listenToGestures(cy, { light, regionAt }, handlers);
  listenToEdges(cy, handlers);

  return {
    ...camera,
    ...reach,
    /** Lights a scene and its neighbours; null: as it was. */
    light,
    isEmpty: () => cy.nodes().empty(),
    colours: (): MapColours => state.colours,
    model: (): MapModel => state.model,
    aim,
    extent: () => cy.extent(),
    seen: () => seenPart(cy, state.model),
    /** Draws what is seen now with another pen. */
    drawOn: (pen: Pen) => drawMap(cy, pen, painted(), handlers.countWords),
    /** Calls back after each drawn frame; answers with the end of it. */
    onFrame(frame: () => void): () => void {
      frames.add(frame);
      return () => frames.delete(frame);
    },
    update(model: MapModel) {
      const before = state.model;
      state = { ...state, model };
      outlines = model.regions.map(({ id, hull }) => ({ id, line: hull.map(([x, y]) => ({ x, y })) }));
      show(before);
    },
    /** What is drawn by our own layers looks otherwise: a face has come. */
    redraw: draw,
    /** Reads the tokens anew, where the theme has changed. */
    restyle() {
      const colours = readMapColours(parts.graph);
      if (JSON.stringify(colours) === JSON.stringify(state.colours)) return;
      state = { ...state, colours };
      cy.style(mapStyle(state.colours, scale));
      styledAt = 0;
      show();
    },
    select(selected: string | null, proposal: string | null) {
      state = { ...state, selected };
      cy.edges('.chosen').removeClass('chosen');
      if (proposal !== null) cy.getElementById(`g:${proposal}`).addClass('chosen');
      draw();
    },
    /** Marks these scenes, and no others. */
    mark(ids: ReadonlySet<string>) {
      marked = ids;
      reach.mark(ids);
    },
    /** Lights the scenes of a path and what joins them, and brings all of it into sight, until another is traced; none: nothing. */
    trace(ids: readonly string[]) {
      const isSame = ids.length === 0 && traced.length === 0;
      isUnframed = ids.length > 0 && (isUnframed || ids.join() !== traced.join());
      traced = ids;
      if (!isSame) light(null);
      frameTraced();
    },
    /** The box has another size: what showed all still shows all, every other view stays where it is. */
    resize() {
      const wasWhole = camera.isWhole();
      cy.resize();
      fitZoom = camera.fitZoom();
      if (wasWhole) camera.fitAtOnce();
      draw();
    },
    destroy() {
      stopWatching();
      cy.destroy();
    },
  };
}

/** The scenes of a path as far as they are shown, with all that joins each to the next; null: there is no path. */
function pathOf(cy: Core, ids: readonly string[]): CollectionReturnValue | null {
  if (ids.length === 0) return null;
  const scenes = ids.map((id) => cy.getElementById(id));
  return scenes.reduce<CollectionReturnValue>(
    (path, scene, at) => path.union(scene).union(scenes[at + 1]?.edgesWith(scene) ?? cy.collection()),
    cy.collection(),
  );
}

function boxAround(nodes: MapModel['nodes']): Box | null {
  if (nodes.length === 0) return null;
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  return { x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys) };
}

function watchCamera(cy: Core, onZoomStep: () => void, onRest: () => void): () => void {
  let styledAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  cy.on('zoom', () => {
    if (styledAt > 0 && Math.abs(Math.log(cy.zoom() / styledAt)) < zoomStep) return;
    styledAt = cy.zoom();
    onZoomStep();
  });
  cy.on('viewport', () => {
    clearTimeout(timer);
    timer = setTimeout(onRest, restMs);
  });
  return () => clearTimeout(timer);
}
