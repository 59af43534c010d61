import { contentStems } from '../../../models/words/stem.ts';

/** From so many words on two names that share most of them are taken for one. */
const longName = 3;
const mostShared = 0.5;

/**
 * The notes (by their place) that a call which was not found may mean: they go by the same words in another form or order, by a wrong path to their file, or, of
 * long names, by most of the same words. Such a call is a link that went stale, and no scene is missing.
 */
export function createCalledNotes(
  notes: readonly { title: string; aliases: readonly string[] }[],
): (called: string) => number[] {
  const names = notes.flatMap(({ title, aliases }, note) =>
    [title, ...aliases].map((name) => ({ note, stems: stemsIn(name) })),
  );
  const byKey = new Map<string, Set<number>>();
  for (const { note, stems } of names) {
    const key = keyOf(stems);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(note));
  }
  const long = names.filter(({ stems }) => stems.size >= longName);
  return (called) => {
    const stems = stemsIn(called);
    if (stems.size === 0) return [];
    const same = byKey.get(keyOf(stems));
    if (same !== undefined) return [...same];
    // a name in one piece (a plugin's, a file's) is spelt as it is
    if (stems.size < longName || !/\s/.test(called)) return [];
    const alike = long.filter(({ stems: other }) => {
      const shared = [...stems].filter((stem) => other.has(stem)).length;
      return shared / (stems.size + other.size - shared) >= mostShared;
    });
    return [...new Set(alike.map(({ note }) => note))];
  };
}

/** Of `folder/Name#Heading` the words of the name. */
function stemsIn(name: string): ReadonlySet<string> {
  const [file = ''] = name.split('#');
  return new Set(contentStems(file.split('/').at(-1) ?? file));
}

function keyOf(stems: ReadonlySet<string>): string {
  return [...stems].toSorted().join(' ');
}
