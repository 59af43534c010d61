/** Parts of Markdown that are not words of the note: code, addresses, markup. They become spaces. */
const notWords =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|<!--[\s\S]*?-->|<[^>\n]{1,200}>|!?\[[^\]\n]*\]\([^)\n]*\)|https?:\/\/\S+|\[![^\]\n]*\]|\^\[?[\w-]+\]?/gu;
const markdownLink = /^!?\[([^\]\n]*)\]\(/u;
const embedded = /!\[\[[^\]\n]*\]\]/gu;
const wikiLink = /\[\[([^\]|#\n]*)[^\]|\n]*(?:\|([^\]\n]*))?\]\]/gu;

/** A note's words as a reader sees them, for counting only: places are not kept. */
export function countedText(markdown: string): string {
  return markdown
    .replace(embedded, ' ')
    .replace(wikiLink, (_, target: string, alias: string | undefined) => ` ${alias ?? target} `)
    .replace(notWords, (part) => ` ${markdownLink.exec(part)?.[1] ?? ''} `);
}
