/** A span as a small model should read it: markup that it would copy into its sentence is taken out; lines stay lines. */
export function plainSpan(text: string): string {
  return text
    .replace(/!\[\[[^\]]*\]\]/g, '')
    .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\[\^[^\]]*\]:?|\[![^\]]*\][-+]?|%%[^%]*%%|<!--.*?-->/g, '')
    .replace(/^[>\s]*(?:#{1,6}\s+|[-*+]\s+(?:\[.\]\s+)?|\d+[.)]\s+)?/gmu, '')
    .replace(/\*\*|__|==|~~|`|^\|[-:| ]+\|$|\|/gmu, ' ')
    .replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$|[.,;:!?])/gu, '$1')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}
