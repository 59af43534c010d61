import type { Core, EventObject } from 'cytoscape';

export interface GestureHandlers {
  onScene(id: string): void;
  onNeighbourhood(id: string): void;
  onProposal(id: string, from: string): void;
  /** `null` when the pointer leaves; otherwise where the scene stands on the screen */
  onHover(hover: { id: string; x: number; y: number } | null): void;
}

/** What the pointer does on the map; `light` shows a scene with its neighbours. */
export function listenToGestures(
  cy: Core,
  light: (id: string | null) => void,
  handlers: GestureHandlers,
): void {
  const actable = 'node, edge[?ghost]';
  cy.on('tap', 'node', (event: EventObject) => handlers.onScene(event.target.id()));
  cy.on('dbltap', 'node', (event: EventObject) => handlers.onNeighbourhood(event.target.id()));
  cy.on('tap', 'edge[?ghost]', (event: EventObject) =>
    handlers.onProposal(event.target.data('proposal'), event.target.data('source')),
  );
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
