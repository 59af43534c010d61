const inline =
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr';
const block =
  'audio blockquote br button center details div dd dl dt h[1-6] hr iframe input li ol p pre section summary svg table tbody td tfoot th thead tr ul video';
/** Tags by name: `<name>` in a text is a placeholder. */
const tagOf = (names: string) => `</?(?:${names.replaceAll(' ', '|')})(?:\\s[^<>]*)?/?>`;
/** Code keeps what looks like a tag; nothing stands for a tag inside a line, a blank for one that parts words. */
const tags = new RegExp(`(\\x60{1,3})[\\s\\S]+?\\1|${tagOf(inline)}|(${tagOf(block)})`, 'gi');

/** Words as a reader sees them: without HTML tags, callout marks, emphasis, code marks, link targets, footnote marks, block ids and quote marks. */
export function plainText(markdown: string): string {
  return (
    markdown
      .replace(/(^|\n)[ \t>]*\[![^\][\n]+\][+-]?[ \t]*/g, '$1')
      .replace(/\n[ \t]*(?:>[ \t]?)+/g, '\n')
      .replace(/<!--[\s\S]*?-->|%%[\s\S]*?%%/g, '')
      .replace(tags, (found: string, code?: string, parting?: string) =>
        code !== undefined ? found : parting !== undefined ? ' ' : '',
      )
      .replace(
        /!?\[\[([^\]|\n]*?)(?:\\?\|([^\]\n]*))?\]\]/g,
        (_, target: string, alias?: string) => alias ?? target,
      )
      .replace(/(?:[ \t]*\[\^[^\]\s]+\])+(?=[\s.,;:!?…)]|$)|\[\^[^\]\s]+\]/g, '')
      .replace(/(^|\s)\^[A-Za-z0-9-]+[ \t]*(?=\n|$)/g, '$1')
      .replace(/!?\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
      .replace(/(\*{1,3}|~~|==)(?=\S)([^*~=\n]*?\S)\1/g, '$2')
      // inside a word it is a letter of a name
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_\n]*?\S)\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/\*{2,3}/g, '')
      .replace(/`+([^`\n]*)`+/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Names are indexed, and Neo4j refuses to index one of more than 8 kB: a heading may be a whole book. UTF-16 units. */
export const longestName = 300;

/** The first words of a text, cut between words with an ellipsis. */
export function firstWords(text: string, longest = longestName): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest - 1);
  const head = text.slice(0, cut > longest / 2 ? cut : longest - 1);
  // never half a character
  return `${head.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
