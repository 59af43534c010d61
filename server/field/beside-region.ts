/** How many notes of each vault something has; `null`: of none. */
export type ByVault = ReadonlyMap<string | null, number>;

/** What none of them has, the next might. */
const unseen = 0.5;

export function countByVault(
  noteIds: Iterable<string>,
  vaultOf: (noteId: string) => string | null,
): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const id of noteIds) counts.set(vaultOf(id), (counts.get(vaultOf(id)) ?? 0) + 1);
  return counts;
}

/**
 * Share of the notes beside a region that have something: of the whole field's, or of as many of each vault as the region has of it, whichever is
 * more. What all notes of a vault share (a template, a footer) tells none of its regions from the others, however rare it is in the field.
 */
export function shareBeside(having: ByVault, { inside, field }: { inside: ByVault; field: ByVault }): number {
  let had = 0;
  let notes = 0;
  let size = 0;
  let ofItsVaults = 0;
  for (const [vault, all] of field) {
    const own = inside.get(vault) ?? 0;
    const has = having.get(vault) ?? 0;
    had += has;
    notes += all - own;
    size += own;
    if (all > own) ofItsVaults += (own * has) / (all - own);
  }
  return Math.max((had + unseen) / (notes + 1), ofItsVaults / Math.max(1, size));
}
