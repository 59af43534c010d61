import path from 'node:path';
import { runTool } from '../../server/boot/run-tool.mjs';
import { noteLinks, resolveLinks } from '../../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../../server/vault/scan.ts';

type Pair = [from: string, to: string, why: string[]];

export interface ComparedLinks {
  /** distinct (note, note) pairs */
  ours: number;
  theirs: number;
  /** pairs that only one of the two has */
  differing: number;
}

/**
 * Note → note links of a folder beside those of `count_links.py`, a count of its own by Obsidian's rules; each kind of difference is said with its
 * number and an example. Null where there is no Python.
 */
export async function compareLinks(
  { root, folder }: { root: string; folder: string },
  say: (line: string) => void,
): Promise<ComparedLinks | null> {
  const theirs = new Map<string, string[]>();
  const noLinks = new Map<string, string[]>();
  try {
    const read = (line: string) => {
      if (!line.startsWith('["')) return;
      const [kind, pair] = JSON.parse(line) as [string, Pair];
      (kind === 'link' ? theirs : noLinks).set(keyOf(pair[0], pair[1]), pair[2]);
    };
    const script = path.join(root, 'bench', 'vault', 'count_links.py');
    await runTool('python3', [script, folder], { folder, onLine: read });
  } catch (error) {
    say(`links cannot be counted: ${String(error).slice(0, 300)}`);
    return null;
  }
  const { sources, others } = await scanVault(folder);
  const pathOf = (index: number) => sources[index]?.path ?? '';
  const isNote = (index: number) => /\.md$/i.test(pathOf(index));
  const ours = new Set(
    noteLinks(resolveLinks(sources, others).links)
      .filter(([from, to]) => isNote(from) && isNote(to))
      .map(([from, to]) => keyOf(pathOf(from), pathOf(to))),
  );
  const onlyOurs = [...ours].filter((key) => !theirs.has(key));
  const onlyTheirs = [...theirs.keys()].filter((key) => !ours.has(key));
  sayKinds('only ours', onlyOurs, noLinks, say);
  sayKinds('only theirs', onlyTheirs, theirs, say);
  return { ours: ours.size, theirs: theirs.size, differing: onlyOurs.length + onlyTheirs.length };
}

function keyOf(from: string, to: string): string {
  return `${from.normalize('NFC')} → ${to.normalize('NFC')}`;
}

function sayKinds(
  side: string,
  keys: readonly string[],
  reasons: ReadonlyMap<string, readonly string[]>,
  say: (line: string) => void,
): void {
  const kinds = new Map<string, string[]>();
  for (const key of keys) {
    const kind = reasons.get(key)?.join(', ') ?? 'no reason known';
    kinds.set(kind, [...(kinds.get(kind) ?? []), key]);
  }
  for (const [kind, of] of kinds) say(`links, ${side}, ${kind}: ${of.length}, e.g. ${of[0]}`);
}
