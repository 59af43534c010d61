/** A `[[…` that is being typed: where its words begin, and what they are so far. */
export interface OpenLink {
  start: number;
  words: string;
}

/** The unclosed `[[` on the line before the caret; null where there is none. */
export function openLinkAt(text: string, caret: number): OpenLink | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const at = line.lastIndexOf('[[');
  if (at === -1) return null;
  const words = line.slice(at + 2);
  return /[\]|#]/.test(words) || words.length > 120 ? null : { start: caret - words.length, words };
}

/** A scene that may be meant. */
export interface Offered {
  title: string;
  path: string | null;
}

/** What stands between the brackets: the title; where a better one of `all` has the same title, with the note that it is a part of. */
export function linkTarget(scene: Offered, all: readonly Offered[]): string {
  const note = scene.path
    ?.split('/')
    .at(-1)
    ?.replace(/\.\w+$/u, '');
  const first = all.find(({ title }) => title === scene.title);
  if (first === undefined || first === scene || note === undefined || note === scene.title)
    return held(scene.title);
  return `${held(note)}#${held(scene.title)}`;
}

/** Without what would cut a link short. */
function held(title: string): string {
  return title
    .replaceAll(/[[\]|#^]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The text with the target put where the words were, closed; and where the caret stands then. */
export function completed(
  text: string,
  { start, words }: OpenLink,
  target: string,
): { text: string; caret: number } {
  const rest = text.slice(start + words.length);
  const after = rest.startsWith(']]') ? rest.slice(2) : rest;
  const caret = start + target.length + 2;
  return { text: `${text.slice(0, start)}${target}]]${after}`, caret };
}
