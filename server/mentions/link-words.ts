import { type FieldThing, formsOf } from './field-name.ts';

/** What a vault's own links say of the names in it. */
export interface LinkWords {
  /** of the links that show just these words, capitals and all, how many lead to the thing of that id, and how many there are */
  of(shown: string, id: string): { here: number; all: number };
  /** how many notes link a thing */
  linkers(id: string): number;
  /** the things that a text links, also by a place inside them */
  linkedBy(text: string): ReadonlySet<string>;
  /** how much two things are linked from the same notes, 0–1 (Milne and Witten, Learning to link with Wikipedia, 2008) */
  relatedness(one: string, other: string): number;
}

const wikilink = /\[\[([^[\]|\n#]+)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]+))?\]\]/g;

export function readLinkWords(
  sources: readonly { id: string; text: string }[],
  things: readonly FieldThing[],
): LinkWords {
  const byName = new Map<string, string>();
  for (const { id, names } of things) {
    for (const name of names) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), id);
  }
  const targetOf = (written: string) => {
    const name = (written.split('/').at(-1) ?? '').trim();
    return { name, id: byName.get(name.toLowerCase()) };
  };
  const links = new Map<string, { all: number; byThing: Map<string, number> }>();
  const linkers = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const [, target = '', place, shown] of source.text.matchAll(wikilink)) {
      const { name, id } = targetOf(target);
      if (id !== undefined) linkers.set(id, (linkers.get(id) ?? new Set()).add(source.id));
      // a link to a place inside a note shows that place's name; an id (`obsidian-tasks`) is no word of the text
      if (place !== undefined || (shown === undefined && isId(name))) continue;
      const words = (shown ?? formsOf(name)[0] ?? '').trim();
      const found = links.get(words) ?? { all: 0, byThing: new Map<string, number>() };
      links.set(words, found);
      found.all += 1;
      if (id !== undefined) found.byThing.set(id, (found.byThing.get(id) ?? 0) + 1);
    }
  }
  return {
    of(shown, id) {
      const found = links.get(shown);
      return { here: found?.byThing.get(id) ?? 0, all: found?.all ?? 0 };
    },
    linkers: (id) => linkers.get(id)?.size ?? 0,
    linkedBy: (text) =>
      new Set(Array.from(text.matchAll(wikilink), ([, target = '']) => targetOf(target).id).filter(isThere)),
    relatedness(one, other) {
      if (one === other) return 1;
      const [a, b] = [linkers.get(one) ?? new Set<string>(), linkers.get(other) ?? new Set<string>()];
      const [few, many] = a.size < b.size ? [a, b] : [b, a];
      let both = 0;
      for (const source of few) if (many.has(source)) both += 1;
      if (both === 0) return 0;
      const distance = Math.log(many.size / both) / Math.log(Math.max(sources.length, 2) / few.size);
      return Number.isFinite(distance) ? Math.max(0, 1 - distance) : 0;
    },
  };
}

/** A file's name in code style. */
export function isId(name: string): boolean {
  return /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(name);
}

function isThere(id: string | undefined): id is string {
  return id !== undefined;
}
