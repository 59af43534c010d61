import { contentStems } from '../../../models/words/stem.ts';

/** From so many words on two names that share most of them are taken for one. */
const longName = 3;
const mostShared = 0.5;

/**
 * Whether some note goes by a name that was called for and not found: the same words in another form or order, a wrong path to its file, or, of long names, most of the
 * same words. Such a call is a link that went stale, and no scene is missing.
 */
export function createIsNamed(names: Iterable<string>): (called: string) => boolean {
  const sets = [...names].map(stemsIn);
  const whole = new Set(sets.map(keyOf));
  const long = sets.filter(({ size }) => size >= longName);
  return (called) => {
    const stems = stemsIn(called);
    if (stems.size === 0) return false;
    if (whole.has(keyOf(stems))) return true;
    if (stems.size < longName) return false;
    return long.some((other) => {
      const shared = [...stems].filter((stem) => other.has(stem)).length;
      return shared / (stems.size + other.size - shared) >= mostShared;
    });
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
