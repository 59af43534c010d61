import type { Core, EventObject } from 'cytoscape';
import type { Point } from './map-reach.ts';
import { foldedRegion } from './shown-part.ts';

export interface GestureHandlers {
  onScene(id: string): void;
  onNeighbourhood(id: string): void;
  onProposal(id: string, from: string): void;
  /** the name of a region was pressed, or from afar its ground */
  onRegion(id: string): void;
  /** a collapsed region was pressed */
  onUnfold(regionId: string): void;
  /** right press or long touch: on a scene, or beside all of them; where in the map's box */
  onMenu(id: string | null, at: Point): void;
  /** a pinned scene was dragged there, field units */
  onMoved(id: string, spot: Point): void;
  /** `null` when the pointer leaves; otherwise where the scene stands on the screen */
  onHover(hover: { id: string; x: number; y: number } | null): void;
}

/** What the pointer does on the map; `light` shows a scene with its neighbours, `regionAt` says which region is meant by a point. */
export function listenToGestures(
  cy: Core,
  { light, regionAt }: { light: (id: string | null) => void; regionAt: (at: Point) => string | null },
  handlers: GestureHandlers,
): void {
  const actable = 'node, edge[?ghost]';
  cy.on('tap', 'node', (event: EventObject) => {
    const id: string = event.target.id();
    const region = foldedRegion(id);
    if (region === null) handlers.onScene(id);
    else handlers.onUnfold(region);
  });
  cy.on('dbltap', 'node', (event: EventObject) => {
    const id: string = event.target.id();
    if (foldedRegion(id) === null) handlers.onNeighbourhood(id);
  });
  cy.on('tap', 'edge[?ghost]', (event: EventObject) =>
    handlers.onProposal(event.target.data('proposal'), event.target.data('source')),
  );
  /** Beside scenes and what can be pressed: the map itself, or a link too far to be told. */
  const isGround = ({ target }: EventObject) => target === cy || target.hasClass('far') === true;
  cy.on('tap', (event: EventObject) => {
    const region = isGround(event) ? regionAt(event.renderedPosition) : null;
    if (region !== null) handlers.onRegion(region);
  });
  cy.on('mousemove', (event: EventObject) => {
    if (!isGround(event)) return;
    const { style } = cy.container() ?? {};
    if (regionAt(event.renderedPosition) === null) style?.removeProperty('cursor');
    else style?.setProperty('cursor', 'pointer');
  });
  cy.on('cxttap taphold', (event: EventObject) => {
    // a mouse that is held still is about to drag; its own button opens the menu
    if (event.type === 'taphold' && event.originalEvent instanceof MouseEvent) return;
    const isNode = event.target !== cy && event.target.isNode() === true;
    handlers.onHover(null);
    handlers.onMenu(isNode ? event.target.id() : null, event.renderedPosition);
  });
  cy.on('dragfree', 'node', (event: EventObject) => {
    const { x, y } = event.target.position();
    handlers.onMoved(event.target.id(), { x: Math.round(x), y: Math.round(y) });
  });
  cy.on('mouseover', 'node', (event: EventObject) => {
    light(event.target.id());
    handlers.onHover({ id: event.target.id(), ...event.target.renderedPosition() });
  });
  cy.on('mouseout', 'node', () => {
    light(null);
    handlers.onHover(null);
  });
  cy.on('mouseover', actable, () => cy.container()?.style.setProperty('cursor', 'pointer'));
  cy.on('mouseout', actable, () => cy.container()?.style.removeProperty('cursor'));
  cy.on('viewport', () => handlers.onHover(null));
}
