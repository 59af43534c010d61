import type { Core, EventObject } from 'cytoscape';

export interface EdgeHandlers {
  onEdge(from: string, to: string): void;
  /** `null` when the pointer leaves; else the ends and where the pointer is on the screen */
  onEdgeHover(hover: EdgeHover | null): void;
}

export interface EdgeHover {
  from: string;
  to: string;
  x: number;
  y: number;
}

/** A pointer that only passes over a link asks nothing of it. Milliseconds. */
const restMs = 220;

/** What the pointer does on links; those that are not drawn from afar are not met. */
export function listenToEdges(cy: Core, handlers: EdgeHandlers): void {
  const links = 'edge[!ghost]';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    clearTimeout(timer);
    handlers.onEdgeHover(null);
  };
  const endsOf = ({ target }: EventObject) => ({ from: target.data('source'), to: target.data('target') });
  const isSeen = ({ target }: EventObject) => !target.hasClass('far') && !target.hasClass('faded');
  cy.on('tap', links, (event: EventObject) => {
    if (!isSeen(event)) return;
    leave();
    const { from, to } = endsOf(event);
    handlers.onEdge(from, to);
  });
  cy.on('mouseover', links, (event: EventObject) => {
    clearTimeout(timer);
    if (!isSeen(event)) return;
    cy.container()?.style.setProperty('cursor', 'pointer');
    timer = setTimeout(() => handlers.onEdgeHover({ ...endsOf(event), ...event.renderedPosition }), restMs);
  });
  cy.on('mouseout', links, () => {
    cy.container()?.style.removeProperty('cursor');
    leave();
  });
  cy.on('viewport', leave);
  cy.on('destroy', () => clearTimeout(timer));
}
