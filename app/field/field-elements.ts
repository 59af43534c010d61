import type { Core, ElementDefinition } from 'cytoscape';
import { colourOf, type MapColours } from './map-colours.ts';
import type { MapModel } from './map-model.ts';

/** Diameter of a scene in field units by its number of neighbours. */
export function sizeOf(degree: number): number {
  return Math.min(40, 13 + 3.1 * Math.sqrt(degree));
}

/** The model as Cytoscape elements, by id. */
export function elementsOf(model: MapModel, colours: MapColours): Map<string, ElementDefinition> {
  const colour = colourOf(model, colours);
  const elements = new Map<string, ElementDefinition>();
  const hueOf = new Map<string, number>(model.regions.map(({ id, hue }) => [id, hue]));
  const regionOf = new Map<string, string | null>(model.nodes.map(({ id, regionId }) => [id, regionId]));
  const placeOf = new Map<string, { x: number; y: number }>(
    model.nodes.map(({ id, x, y }) => [id, { x, y }]),
  );
  for (const node of model.nodes)
    elements.set(node.id, {
      group: 'nodes',
      data: { id: node.id, size: sizeOf(node.degree), colour: colour(node), state: node.state },
      position: { x: node.x, y: node.y },
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

/** Brings the graph to `wanted` by difference, in one batch: what stays is never made anew. */
export function applyElements(cy: Core, wanted: ReadonlyMap<string, ElementDefinition>): void {
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
      element.data(definition.data);
      if (definition.position !== undefined) element.position(definition.position);
    }
    cy.add(added.sort((a, b) => Number(a.group === 'edges') - Number(b.group === 'edges')));
  });
}
