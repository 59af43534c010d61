import type { Box, FieldNode } from '../../../graph-schema/views/field-view.ts';

/** Where scenes stand when they are laid along an axis of meaning. */
export interface AxisLayout {
  /** what the poles are called */
  names: readonly [string, string];
  /** by id of scene: 0 … 1 from the left edge to the right */
  shares: ReadonlyMap<string, number>;
  box: Box;
}

/** Beyond where nine of ten scenes lie there is room for the rest. */
const margin = 0.12;

export function layoutAlong(
  {
    names,
    places,
    low,
    high,
  }: {
    names: readonly [string, string];
    places: Readonly<Record<string, number>>;
    low: number;
    high: number;
  },
  box: Box,
): AxisLayout {
  const across = high - low || 1;
  const shares = Object.entries(places).map(([id, place]) => {
    const share = margin + (1 - 2 * margin) * ((place - low) / across);
    return [id, Math.min(1, Math.max(0, share))] as const;
  });
  return { names, box, shares: new Map(shares) };
}

/** From side to side by the axis, up and down as they lie; what has no place on it is not shown. */
export function standAlong<Node extends Pick<FieldNode, 'id' | 'x'>>(
  { shares, box }: AxisLayout,
  nodes: readonly Node[],
): Node[] {
  return nodes.flatMap((node) => {
    const share = shares.get(node.id);
    return share === undefined ? [] : [{ ...node, x: box.x1 + share * (box.x2 - box.x1) }];
  });
}
