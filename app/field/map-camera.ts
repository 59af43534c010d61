import type { Core } from 'cytoscape';
import type { Box } from '../../graph-schema/views/field-view.ts';

/** What is in sight: its middle and the field units across. The same on any screen. */
export interface CameraView {
  x: number;
  y: number;
  across: number;
}

/** Room around what is fitted, for bars and names. CSS pixels. */
const padding = 44;
/** The ends of what is framed, with their names, stand clear of the bars. CSS pixels. */
const roomForEnds = 96;
/** A region's ground goes so far beyond its outermost scenes. Field units. */
const ground = 40;
/** Scenes of a small part are not blown up beyond this. */
const mostFitZoom = 1.6;

/**
 * Looks at, flies to and measures; flights are short, and none for those who want no motion.
 * `groundOf`: the ground of all that there is where not all of it is shown; null: what is shown is all.
 */
export function createMapCamera(cy: Core, groundOf: () => Box | null) {
  const flightMs = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 340);

  /** the flight that is on its way ends where all is in sight */
  let endsWhole = false;

  function fly(change: Parameters<Core['animate']>[0], toWhole = false) {
    cy.stop();
    endsWhole = toWhole;
    cy.animate({ ...change, duration: flightMs(), easing: 'ease-out-cubic' });
  }

  /** The pan at which a point of the field stands in the middle. */
  function panTo(x: number, y: number, zoom: number) {
    return { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom };
  }

  function moveTo(x: number, y: number, zoom = cy.zoom()) {
    cy.viewport({ zoom, pan: panTo(x, y, zoom) });
  }

  /** The middle of all that is shown and the zoom at which it is in sight, with its ground. */
  function whole(box: Box = groundOf() ?? cy.nodes().boundingBox(), room = padding) {
    const [across, down] = [box.x2 - box.x1, box.y2 - box.y1];
    const width = Math.max(1, cy.width() - 2 * room);
    const height = Math.max(1, cy.height() - 2 * room);
    const zoom = Math.min(width / (across + 2 * ground), height / (down + 2 * ground), mostFitZoom);
    const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
    return { x, y, zoom: Number.isFinite(zoom) && zoom > 0 ? zoom : 1 };
  }

  return {
    view(): CameraView {
      const { x1, x2, y1, y2 } = cy.extent();
      return { x: Math.round((x1 + x2) / 2), y: Math.round((y1 + y2) / 2), across: Math.round(x2 - x1) };
    },
    look: ({ x, y, across }: CameraView) => moveTo(x, y, cy.width() / Math.max(1, across)),
    moveTo: (x: number, y: number) => moveTo(x, y),
    /** The zoom at which all that is shown is in sight. */
    fitZoom: () => whole().zoom,
    /** True while just all that is shown is in sight, or about to be: nobody has looked elsewhere. */
    isWhole(): boolean {
      if (endsWhole && cy.animated()) return true;
      const { x, y, zoom } = whole();
      const { x1, x2, y1, y2, w } = cy.extent();
      const isCentred = Math.hypot((x1 + x2) / 2 - x, (y1 + y2) / 2 - y) < 0.02 * w;
      return isCentred && Math.abs(Math.log(cy.zoom() / zoom)) < 0.03;
    },
    fit() {
      const { x, y, zoom } = whole();
      fly({ zoom, pan: panTo(x, y, zoom) }, true);
    },
    /** Looks at a ground on which nothing stands yet; its zoom. */
    lookAt(box: Box): number {
      const { x, y, zoom } = whole(box);
      moveTo(x, y, zoom);
      return zoom;
    },
    fitAtOnce() {
      cy.stop();
      const { x, y, zoom } = whole();
      if (cy.nodes().nonempty()) moveTo(x, y, zoom);
    },
    /** Brings a scene into sight where it is not. */
    reveal(id: string) {
      const node = cy.getElementById(id);
      if (node.empty()) return;
      const { x, y } = node.renderedPosition();
      const isSeen = x > 40 && y > 40 && x < cy.width() - 40 && y < cy.height() - 40;
      if (!isSeen) fly({ center: { eles: node } });
    },
    /** Brings all of these into sight, no nearer than one looks now. */
    frame(ids: readonly string[]) {
      const nodes = ids.reduce((some, id) => some.union(cy.getElementById(id)), cy.collection());
      if (nodes.empty()) return;
      const { x, y, zoom } = whole(nodes.boundingBox({ includeLabels: false }), roomForEnds);
      const next = Math.min(zoom, cy.zoom());
      fly({ zoom: next, pan: panTo(x, y, next) });
    },
    zoomBy(factor: number) {
      const level = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * factor));
      fly({ zoom: { level, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } });
    },
    panBy: (x: number, y: number) => cy.panBy({ x, y }),
  };
}
