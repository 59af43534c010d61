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

/** The text with the title put where the words were, closed; and where the caret stands then. */
export function completed(
  text: string,
  { start, words }: OpenLink,
  title: string,
): { text: string; caret: number } {
  // what a link cannot hold would cut it short
  const target = title
    .replaceAll(/[[\]|#^]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const rest = text.slice(start + words.length);
  const after = rest.startsWith(']]') ? rest.slice(2) : rest;
  const caret = start + target.length + 2;
  return { text: `${text.slice(0, start)}${target}]]${after}`, caret };
}
