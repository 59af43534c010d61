import { z } from 'zod';
import type { Tx } from '../graph/graph.ts';
import { pathKey } from '../vault/resolve/note-index.ts';
import { findNames, findTitles } from './editing.cypher.ts';

const Target = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['present', 'missing', 'gone']),
  vaultId: z.string().nullable(),
  mergedInto: z.string().nullable(),
  aliases: z.array(z.string()),
  path: z.string().nullable(),
});
export type Target = z.infer<typeof Target>;

const stateRank = { present: 0, missing: 1, gone: 2 };

/**
 * The whole scenes that links name, by the words of the link: just that title first, then any case and other names; a path before the name says which.
 * Among several the written one, the one of the vault, the one with the shortest path. What nobody is called is left out.
 */
export async function findNamed(
  tx: Tx,
  words: readonly string[],
  vaultId: string | null,
): Promise<Map<string, Target>> {
  const names = new Map([...new Set(words)].map((word) => [word, lastPart(word)]));
  const exact = z.array(Target).parse(await tx.run(findTitles, { titles: [...new Set(names.values())] }));
  const known = new Set(exact.map(({ title }) => title));
  const left = [...names.values()].filter((name) => !known.has(name));
  const lowers = [...new Set(left.map((name) => name.toLowerCase()))];
  const loose = lowers.length === 0 ? [] : z.array(Target).parse(await tx.run(findNames, { lowers }));
  const found = new Map<string, Target>();
  for (const [word, name] of names) {
    const pool = known.has(name)
      ? exact.filter(({ title }) => title === name)
      : loose.filter((one) => isCalled(one, name));
    const [best] = pool.toSorted(
      (a, b) => rank(a, word, vaultId) - rank(b, word, vaultId) || (a.id < b.id ? -1 : 1),
    );
    if (best !== undefined) found.set(word, best);
  }
  return found;
}

function isCalled({ title, aliases }: Target, name: string): boolean {
  const lower = name.toLowerCase();
  return [title, ...aliases].some((one) => one.toLowerCase() === lower);
}

/** Less is better. */
function rank({ state, vaultId, path }: Target, word: string, here: string | null): number {
  const isMeant = word.includes('/') && path !== null && `/${pathKey(path)}`.endsWith(`/${pathKey(word)}`);
  return (
    (isMeant ? 0 : 1_000_000) +
    stateRank[state] * 100_000 +
    (here !== null && vaultId !== here ? 10_000 : 0) +
    Math.min(9_999, path?.length ?? 0)
  );
}

function lastPart(word: string): string {
  const name = word.normalize('NFC').replace(/\.md$/i, '');
  return name.slice(name.lastIndexOf('/') + 1).trim();
}
