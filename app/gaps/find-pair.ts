import type { RegionId } from '../../graph-schema/ids.ts';
import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';

export type Pair = GapsView['matrix'][number];

/** The ids of a cell's two regions. */
export function regionsOf({ regions }: GapsView, { from, to }: Pair): [RegionId, RegionId] | null {
  const [a, b] = [regions[from]?.id, regions[to]?.id];
  return a === undefined || b === undefined ? null : [a, b];
}

/** A cell's name in the address where no gap has been found for it. */
export function pairId(view: GapsView, pair: Pair): string {
  const found = gapOf(view, pair);
  return found?.id ?? `cell:${view.regions[pair.from]?.id}|${view.regions[pair.to]?.id}`;
}

/** The gap that was found between the two regions of a cell. */
export function gapOf(view: GapsView, { from, to }: Pair): Gap | undefined {
  const ids = new Set<string | undefined>([view.regions[from]?.id, view.regions[to]?.id]);
  return view.gaps.find(
    ({ kind, regions }) => kind === 'region_pair' && regions?.every(({ id }) => ids.has(id)) === true,
  );
}

/** The cell that an address names: by its gap, or by its two regions. */
export function findPair(view: GapsView, chosen: string | null, gap: Gap | null): Pair | null {
  const ids = gap?.regions?.map(({ id }): string => id) ?? cellIds(chosen);
  if (ids.length !== 2) return null;
  return (
    view.matrix.find(({ from, to }) => {
      const own = [view.regions[from]?.id, view.regions[to]?.id];
      return own.every((id) => id !== undefined && ids.includes(id));
    }) ?? null
  );
}

function cellIds(chosen: string | null): string[] {
  return chosen?.startsWith('cell:') === true ? chosen.slice('cell:'.length).split('|') : [];
}
