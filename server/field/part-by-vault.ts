import { groupBy } from './group-by.ts';

/** Fewer notes make no region, so no vault stands by itself with fewer. */
const fewest = 3;

interface Noted {
  id: string;
  vaultId: string | null;
}

/**
 * Ids of notes by the vault whose regions they are found among, so that no other vault moves them. What is of no vault, or of one with next to no notes,
 * counts to the vault that most of its links lead to; what has no such link stays with its like.
 */
export function partByVault(
  notes: readonly Noted[],
  links: readonly { a: string; b: string; count: number }[],
): string[][] {
  const own = groupBy(notes, ({ vaultId }) => vaultId ?? '');
  const stands = new Set(
    [...own].filter(([vault, { length }]) => vault !== '' && length >= fewest).map(([vault]) => vault),
  );
  const vaultOf = new Map(notes.map(({ id, vaultId }) => [id, vaultId ?? '']));
  const pulls = new Map<string, Map<string, number>>();
  for (const { a, b, count } of links)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const vault = vaultOf.get(to) ?? '';
      if (stands.has(vaultOf.get(from) ?? '') || !stands.has(vault)) continue;
      const pull = pulls.get(from) ?? new Map<string, number>();
      pulls.set(from, pull.set(vault, (pull.get(vault) ?? 0) + count));
    }
  const homeOf = ({ id, vaultId }: Noted) => strongest(pulls.get(id)) ?? vaultId ?? '';
  return [...groupBy(notes, homeOf).values()].map((group) => group.map(({ id }) => id));
}

function strongest(pull: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(pull ?? [])].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0];
}
