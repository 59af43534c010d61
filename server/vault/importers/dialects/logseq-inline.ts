import { outsideCode } from './outside-code.ts';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const embedBlock = new RegExp(`\\{\\{embed[ \\t]+\\(\\((${uuid})\\)\\)[ \\t]*\\}\\}`, 'gi');
const embedPage = /\{\{embed[ \t]+\[\[([^[\]\n]+)\]\][ \t]*\}\}/gi;
const namedBlock = new RegExp(`\\[([^[\\]\\n]+)\\]\\(\\(\\((${uuid})\\)\\)\\)`, 'gi');
const namedPage = /\[([^[\]\n]+)\]\(\[\[([^[\]\n]+)\]\]\)/g;
const block = new RegExp(`\\(\\((${uuid})\\)\\)`, 'gi');

/** Shown where a block is referred to without words of its own. */
const blockSign = '((…))';

/** Logseq's references and embeds as wikilinks. `text` holds no fences. */
export function wikilinksOf(text: string): string {
  if (!/\(\(|\{\{embed|\]\(\[\[/i.test(text)) return text;
  return outsideCode(text, (words) =>
    words
      .replace(embedBlock, (_, id: string) => `![[#^${id.toLowerCase()}|${blockSign}]]`)
      .replace(embedPage, (_, page: string) => `![[${page}]]`)
      .replace(namedBlock, (_, label: string, id: string) => `[[#^${id.toLowerCase()}|${label}]]`)
      .replace(namedPage, (_, label: string, page: string) => `[[${page}|${label}]]`)
      .replace(block, (_, id: string) => `[[#^${id.toLowerCase()}|${blockSign}]]`),
  );
}
