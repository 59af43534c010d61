import type {
  Box,
  FieldEdge,
  FieldNode,
  FieldRegion,
  FieldView,
} from '../../graph-schema/views/field-view.ts';
import type { Proposal } from '../../graph-schema/proposal.ts';
import { hiddenKey } from './lens/hidden-classes.ts';
import { type LensReading, none } from './lens/read-lens.ts';
import { type AxisLayout, standAlong } from './lens/stand-along.ts';

/** A proposed link between two scenes in sight. */
export interface Ghost {
  id: string;
  from: string;
  to: string;
}

/** What the map draws: the view after filters, with proposals on it. */
export interface MapModel {
  nodes: FieldNode[];
  edges: FieldEdge[];
  regions: FieldRegion[];
  currents: FieldView['currents'];
  ghosts: Ghost[];
  colour: LensReading;
  size: LensReading;
  /** scenes stand along an axis of meaning and not where they lie; null: where they lie */
  axis: AxisLayout | null;
  /** of each region only some notes are shown, which are to be seen all the same */
  isSifted: boolean;
  /** the ground of all that there is, where it is not just what is shown; else null */
  ground: Box | null;
}

export const switches = ['missing', 'lone', 'ghosts', 'person'] as const;
export type Switch = (typeof switches)[number];

/** `missing`, `lone`, `ghosts` are shown unless switched off; `person` shows only what was added here. */
export interface Filters {
  hidden: ReadonlySet<string>;
  off: ReadonlySet<Switch>;
}

/** Best proposals drawn on the map; all of them are in Review. */
const mostGhosts = 12;

/** Applies legend and filters to a view. An edge stays where both its ends stay. */
export function mapModel(
  view: FieldView,
  {
    proposals,
    filters,
    colour,
    size,
    axis,
  }: {
    proposals: readonly Proposal[];
    filters: Filters;
    colour: LensReading;
    size: LensReading;
    axis: AxisLayout | null;
  },
): MapModel {
  const { hidden, off } = filters;
  const isAdded = (edge: FieldEdge) => edge.origins.some((origin) => origin !== 'vault');
  const edgesKept = off.has('person') ? view.edges.filter(isAdded) : view.edges;
  const ends = new Set(edgesKept.flatMap(({ from, to }) => [from, to]));
  const placed = axis === null ? view.nodes : standAlong(axis, view.nodes);
  const nodes = placed.filter(
    (node) =>
      !hidden.has(hiddenKey('region', node.regionId ?? none)) &&
      !hidden.has(hiddenKey(colour.lens, colour.classOf(node))) &&
      !(off.has('missing') && node.state === 'missing') &&
      !(off.has('lone') && node.degree === 0) &&
      !(off.has('person') && node.origin === 'vault' && !ends.has(node.id)),
  );
  const shown = new Set<string>(nodes.map(({ id }) => id));
  const inSight = new Set(nodes.map(({ regionId }) => regionId));
  return {
    nodes,
    edges: edgesKept.filter(({ from, to }) => shown.has(from) && shown.has(to)),
    regions: view.regions
      .filter(({ id }) => !hidden.has(id) && (view.nodes.length === 0 || inSight.has(id)))
      .map((region) => (axis === null ? region : { ...region, hull: [] })),
    currents:
      axis === null ? view.currents.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)) : [],
    ghosts: off.has('ghosts')
      ? []
      : proposals
          .filter(
            ({ kind, from, to }) =>
              (kind === 'link' || kind === 'answer' || kind === 'contradiction') &&
              shown.has(from.id) &&
              shown.has(to.id),
          )
          .slice(0, mostGhosts)
          .map(({ id, from, to }) => ({ id, from: from.id, to: to.id })),
    colour,
    size,
    axis,
    isSifted: view.regions.some(({ chosen }) => chosen !== undefined),
    ground: axis?.box ?? (view.isWhole ? null : view.box),
  };
}
