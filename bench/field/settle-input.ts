import path from 'node:path';
import type { SettleInput, TextsOf } from '../../server/field/settle.ts';
import { textsIn } from '../../server/field/testing/texts-in.ts';
import { noteLinks, resolveLinks } from '../../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../../server/vault/scan.ts';

/** What a layout is made from, and each note's date, read from a folder; ids are paths. */
export async function settleInputOf(
  folder: string,
): Promise<{ input: SettleInput; textsOf: TextsOf; days: ReadonlyMap<string, string> }> {
  const { sources, others } = await scanVault(folder);
  const pairs = new Map<string, { a: string; b: string; count: number }>();
  for (const [from, to] of noteLinks(resolveLinks(sources, others).links)) {
    const [a = '', b = ''] = [sources[from]?.path, sources[to]?.path].toSorted();
    const pair = pairs.get(`${a}\n${b}`) ?? { a, b, count: 0 };
    pair.count += 1;
    pairs.set(`${a}\n${b}`, pair);
  }
  const notes = sources.map((source) => ({
    id: source.path,
    title: source.title,
    vaultId: 'bench',
    isPresent: true,
    folders: path.posix
      .dirname(source.path)
      .split('/')
      .filter((part) => part !== '.'),
    place: null,
  }));
  const days = new Map(sources.flatMap(({ path: id, at }) => (at == null ? [] : [[id, at] as const])));
  const textsOf = textsIn(sources.map((source) => ({ id: source.path, text: source.text })));
  return { textsOf, input: { notes, links: [...pairs.values()], earlier: [] }, days };
}
