/** Words as a reader sees them: without callout marks, emphasis, code marks, link targets, footnote marks, block ids and quote marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/(^|\n)[ \t>]*\[![^\][\n]+\][+-]?[ \t]*/g, '$1')
    .replace(/\n[ \t]*(?:>[ \t]?)+/g, '\n')
    .replace(/<!--[\s\S]*?-->|%%[\s\S]*?%%/g, '')
    .replace(
      /!?\[\[([^\]|\n]*?)(?:\\?\|([^\]\n]*))?\]\]/g,
      (_, target: string, alias?: string) => alias ?? target,
    )
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/(^|\s)\^[A-Za-z0-9-]+[ \t]*(?=\n|$)/g, '$1')
    .replace(/!?\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/(\*{1,3}|_{1,3}|~~|==)(?=\S)([^*_~=\n]*?\S)\1/g, '$2')
    .replace(/\*{2,3}/g, '')
    .replace(/`+([^`\n]*)`+/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
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
