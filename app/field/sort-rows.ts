import type { FieldNode } from '../../graph-schema/views/field-view.ts';

export const columns = ['title', 'who', 'region', 'kind', 'links', 'state', 'origin', 'lens'] as const;
export type Column = (typeof columns)[number];

export interface SortBy {
  column: Column;
  isDown: boolean;
}

/** Rows by one column, equal ones by title. Titles in the reader's alphabet, numbers inside them as numbers. */
export function sortRows(
  nodes: readonly FieldNode[],
  {
    sort,
    regionName,
    lensValue,
  }: {
    sort: SortBy;
    regionName: (id: string | null) => string;
    /** what the lens says of a scene; null: nothing, which is least */
    lensValue: (node: FieldNode) => number | string | null;
  },
): FieldNode[] {
  const byText = new Intl.Collator(undefined, { numeric: true }).compare;
  const compare: Record<Column, (a: FieldNode, b: FieldNode) => number> = {
    title: (a, b) => byText(a.title, b.title),
    who: (a, b) => byText(namesOf(a), namesOf(b)),
    region: (a, b) => byText(regionName(a.regionId), regionName(b.regionId)),
    kind: (a, b) => byText(a.kind, b.kind),
    links: (a, b) => a.degree - b.degree,
    state: (a, b) => byText(a.state, b.state),
    origin: (a, b) => byText(a.origin, b.origin),
    lens: (a, b) => byValue(lensValue(a), lensValue(b)),
  };
  const sign = sort.isDown ? -1 : 1;
  return nodes.toSorted((a, b) => sign * compare[sort.column](a, b) || byText(a.title, b.title));
}

function byValue(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a < b ? -1 : a > b ? 1 : 0;
}

function namesOf({ speakers }: FieldNode): string {
  return speakers.map(({ name }) => name).join(', ');
}
