import type { Core, ElementDefinition, SingularElementReturnValue } from 'cytoscape';
import type { FieldNode } from '../../graph-schema/views/field-view.ts';
import { toneCss } from './lens/lens-colour.ts';
import type { LensReading } from './lens/read-lens.ts';
import type { MapColours } from './map-colours.ts';
import type { MapModel } from './map-model.ts';

const [smallest, largest] = [13, 40];

/** Diameter of a scene in field units. By its number of neighbours it is the same whatever else is shown; by another lens, beside what is. */
export function sizeOf(node: FieldNode, size: LensReading): number {
  if (size.lens === 'degree') return Math.min(largest, smallest + 3.1 * Math.sqrt(node.degree));
  return smallest + (largest - smallest) * (size.shareOf(node) ?? 0);
}

/** The model as Cytoscape elements, by id. */
export function elementsOf(model: MapModel, colours: MapColours): Map<string, ElementDefinition> {
  const elements = new Map<string, ElementDefinition>();
  const hueOf = new Map<string, number>(model.regions.map(({ id, hue }) => [id, hue]));
  const regionOf = new Map<string, string | null>(model.nodes.map(({ id, regionId }) => [id, regionId]));
  const placeOf = new Map<string, { x: number; y: number }>(
    model.nodes.map(({ id, x, y }) => [id, { x, y }]),
  );
  for (const node of model.nodes)
    elements.set(node.id, {
      group: 'nodes',
      data: {
        id: node.id,
        size: sizeOf(node, model.size),
        colour: colours.css(toneCss(model.colour.toneOf(node))),
        state: node.state,
        pinned: node.pinned,
      },
      position: { x: node.x, y: node.y },
      // only what a person holds in place can be taken by the hand, and only where it lies
      grabbable: node.pinned && model.axis === null,
    });
  for (const edge of model.edges) {
    const region = regionOf.get(edge.from) ?? null;
    const isWithin = region !== null && region === regionOf.get(edge.to);
    const hue = region === null ? undefined : hueOf.get(region);
    elements.set(`e:${edge.id}`, {
      group: 'edges',
      data: {
        id: `e:${edge.id}`,
        source: edge.from,
        target: edge.to,
        across: !isWithin,
        origin: edge.origins.includes('vault') ? 'vault' : (edge.origins[0] ?? 'vault'),
        colour: isWithin && hue !== undefined ? colours.region(hue) : colours.edge,
      },
    });
  }
  for (const ghost of model.ghosts) {
    const from = placeOf.get(ghost.from);
    const to = placeOf.get(ghost.to);
    const length = from && to ? Math.hypot(from.x - to.x, from.y - to.y) : 0;
    elements.set(`g:${ghost.id}`, {
      group: 'edges',
      data: {
        id: `g:${ghost.id}`,
        source: ghost.from,
        target: ghost.to,
        ghost: true,
        proposal: ghost.id,
        origin: 'vault',
        colour: colours.model,
        bend: length * 0.12,
      },
    });
  }
  return elements;
}

/** How long scenes take to their new places when they are laid along an axis, or back. Milliseconds. */
const layoutMs = 180;

/** 0 where scenes are where they were, and for those who want no motion. */
export function moveMs(before: MapModel, next: MapModel): number {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isStill || before.axis === next.axis ? 0 : layoutMs;
}

/** A scene that moves farther than this is seen to move. Field units. */
const farMove = 1;

function hasNews(element: SingularElementReturnValue, data: ElementDefinition['data']): boolean {
  return Object.entries(data).some(([name, value]) => element.data(name) !== value);
}

/** Brings the graph to `wanted` by difference, in one batch: what stays is never made anew. `withinMs`: how long scenes take to their new places; 0: they are there at once. */
export function applyElements(
  cy: Core,
  wanted: ReadonlyMap<string, ElementDefinition>,
  withinMs: number,
): void {
  const moves: { id: string; position: { x: number; y: number } }[] = [];
  cy.batch(() => {
    cy.elements().forEach((element) => {
      if (!wanted.has(element.id())) element.remove();
    });
    const added: ElementDefinition[] = [];
    for (const [id, definition] of wanted) {
      const element = cy.getElementById(id);
      const isSame =
        element.nonempty() &&
        (definition.group === 'nodes' ||
          (element.data('source') === definition.data['source'] &&
            element.data('target') === definition.data['target']));
      if (!isSame) {
        if (element.nonempty()) element.remove();
        added.push(definition);
        continue;
      }
      // an element that data is set on is styled anew, changed or not
      if (hasNews(element, definition.data)) element.data(definition.data);
      if (definition.grabbable === true) element.grabify();
      else element.ungrabify();
      const { position } = definition;
      if (position === undefined) continue;
      const { x, y } = element.position();
      if (x === position.x && y === position.y && !element.animated()) continue;
      if (withinMs > 0 && Math.hypot(position.x - x, position.y - y) > farMove) moves.push({ id, position });
      else element.stop(true).position(position);
    }
    cy.add(added.sort((a, b) => Number(a.group === 'edges') - Number(b.group === 'edges')));
  });
  for (const { id, position } of moves)
    cy.getElementById(id).stop(true).animate({ position }, { duration: withinMs, easing: 'ease-out' });
}
