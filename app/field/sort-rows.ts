import type { FieldNode } from '../../graph-schema/views/field-view.ts';

export const columns = ['title', 'who', 'region', 'kind', 'links', 'state', 'origin'] as const;
export type Column = (typeof columns)[number];

export interface SortBy {
  column: Column;
  isDown: boolean;
}

/** Rows by one column, equal ones by title. Titles in the reader's alphabet, numbers inside them as numbers. */
export function sortRows(
  nodes: readonly FieldNode[],
  { sort, regionName }: { sort: SortBy; regionName: (id: string | null) => string },
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
  };
  const sign = sort.isDown ? -1 : 1;
  return nodes.toSorted((a, b) => sign * compare[sort.column](a, b) || byText(a.title, b.title));
}

function namesOf({ speakers }: FieldNode): string {
  return speakers.map(({ name }) => name).join(', ');
}
