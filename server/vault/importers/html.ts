import { posix } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Importer } from './importer.ts';
import { readText } from './read-text.ts';

/** A saved page as Markdown: its words, headings, lists, tables and links; scripts and styles are no words. */
export const html: Importer = {
  takes: (path) => /\.html?$/i.test(path),
  async *read(file) {
    const { text, ...decoded } = await readText(file);
    const tree = fromHtml(text);
    const named = textOf(find(tree, 'title')).replace(/\s+/g, ' ').trim();
    const title = named || posix.parse(file.path).name;
    const words = toMarkdown(toMdast(tree), { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' });
    yield { ...decoded, path: file.path, title, text: wikilinksBack(words) };
  },
};

/** Brackets are escaped as Markdown wants it; a wikilink in a page's text stays one. */
function wikilinksBack(words: string): string {
  return words.replace(/\\\[\\\[([^\n\]]{1,300}?)\]\]/g, '[[$1]]');
}

function find(node: Nodes, name: string): Element | null {
  if (node.type === 'element' && node.tagName === name) return node;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = find(child, name);
    if (found !== null) return found;
  }
  return null;
}

function textOf(node: Nodes | null): string {
  if (node === null) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
