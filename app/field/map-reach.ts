import type { Core } from 'cytoscape';
import { setClass } from './set-class.ts';

/** A place in the map's box, CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A scene is hit so far beside its dot, too. CSS pixels. */
const slack = 6;

/** What lies where on the map, for acts that Cytoscape does not know. */
export function createMapReach(cy: Core) {
  return {
    /** The scene under a point, or so far beside it (CSS pixels); of several the one whose middle is nearest. */
    sceneAt({ x, y }: Point, beside = slack): string | null {
      let best: { id: string; distance: number } | null = null;
      cy.nodes().forEach((node) => {
        const at = node.renderedPosition();
        const distance = Math.hypot(at.x - x, at.y - y);
        if (distance <= node.renderedWidth() / 2 + beside && distance < (best?.distance ?? Infinity))
          best = { id: node.id(), distance };
      });
      return (best as { id: string } | null)?.id ?? null;
    },
    /** A point in field units. */
    spotAt({ x, y }: Point): Point {
      return { x: (x - cy.pan().x) / cy.zoom(), y: (y - cy.pan().y) / cy.zoom() };
    },
    middle: (): Point => ({ x: cy.width() / 2, y: cy.height() / 2 }),
    /** Where a scene is drawn; null where it is not. */
    standsAt(id: string): (Point & { radius: number }) | null {
      const node = cy.getElementById(id);
      return node.empty() ? null : { ...node.renderedPosition(), radius: node.renderedWidth() / 2 };
    },
    /** Scenes whose middle lies inside a drawn line. */
    scenesIn: (line: readonly Point[]): string[] =>
      cy
        .nodes()
        .filter((node) => isInside(line, node.renderedPosition()))
        .map((node) => node.id()),
    /** Shows these scenes as marked, and no others. */
    mark(ids: ReadonlySet<string>) {
      cy.batch(() => setClass(cy.elements('node'), 'marked', (node) => ids.has(node.id())));
    },
  };
}

/** Even-odd rule: a ray to the right crosses the line an odd number of times. */
export function isInside(line: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (const [at, a] of line.entries()) {
    const b = line[(at + 1) % line.length] ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
