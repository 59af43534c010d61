import type { ExportedLink } from './exported-field.ts';
import type { NoteNames } from './note-names.ts';

interface At {
  links: readonly ExportedLink[];
  titles: ReadonlyMap<string, readonly string[]>;
  names: NoteNames;
}

/**
 * A text that was written here, as a file: its `[[…]]` name the files that the scenes become, and the links that it says itself are told from those that it does not.
 * What is linked under a name that no file has is left as it is written.
 */
export function ownText(
  text: string,
  { links, titles, names }: At,
): { text: string; unsaid: ExportedLink[] } {
  const idOf = new Map<string, string>();
  for (const { to } of links) for (const title of titles.get(to) ?? []) idOf.set(title.toLowerCase(), to);
  const said = new Set<string>();
  const written = text.replace(/\[\[([^[\]|#\n]+)([^[\]\n]*)\]\]/g, (whole, target: string, rest: string) => {
    const id = idOf.get(target.trim().toLowerCase());
    if (id === undefined) return whole;
    said.add(id);
    const [, file = target] = /^\[\[([^|\]]+)/.exec(names.linkTo(id)) ?? [];
    if (file.toLowerCase() === target.trim().toLowerCase()) return whole;
    return rest.includes('|') ? `[[${file}${rest}]]` : `[[${file}${rest}|${target.trim()}]]`;
  });
  return { text: written, unsaid: links.filter(({ kind, to }) => kind !== 'links_to' || !said.has(to)) };
}
