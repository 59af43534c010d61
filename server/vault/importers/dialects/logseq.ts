import type { Rendition } from '../importer.ts';
import { readFrontmatter } from '../../parse/frontmatter.ts';
import { wikilinksOf } from './logseq-inline.ts';
import { namespaces, pageName } from './logseq-names.ts';
import { type OutlineBlock, readOutline } from './logseq-outline.ts';
import { cutFences } from './outside-code.ts';

const task =
  /^(TODO|DOING|NOW|LATER|DONE|WAITING|WAIT|STARTED|IN-PROGRESS|CANCELED|CANCELLED) (?:\[#[ABC]\] )?/;

/** Logseq's own notes about a block: nobody wrote them. */
const internal =
  /^(?:id|collapsed|heading|background-color|created-at|updated-at|ls-type|file|file-path|hl-.*|logseq\..*|query-.*)$/;

/**
 * A Logseq page as Markdown: its properties as frontmatter, `id::` as a block id, `((…))` and `{{embed …}}` as wikilinks,
 * a task's word as its box, and a block that is a heading as a heading, with what is in it one level up.
 */
export function readLogseq(path: string, text: string): Rendition {
  const { end, scalars } = readFrontmatter(text);
  const { properties, blocks } = ofPage(readOutline(text.slice(end)));
  const named = pageName(path);
  const title = properties.get('title') || scalars.get('title') || named.title;
  const within = namespaces(title);
  const isNamed = title === named.title;
  const names = isNamed ? named.names : [named.title, ...named.names];
  return {
    path,
    text: `${text.slice(0, end)}${end > 0 ? wordsOf(properties) : frontmatterOf(properties)}${markdownOf(blocks)}`,
    title,
    aliases: isNamed ? named.aliases : [],
    names: [title, ...names],
    ...(within.length > 0 && { within }),
  };
}

/** The page's properties stand before the first bullet, or alone in the first block. */
function ofPage([preamble, ...blocks]: OutlineBlock[]): {
  properties: Map<string, string>;
  blocks: OutlineBlock[];
} {
  const all = preamble ? [preamble, ...blocks] : blocks;
  if (preamble && preamble.properties.size > 0) return { properties: preamble.properties, blocks: all };
  const [first] = blocks;
  if (!first || first.properties.size === 0 || first.lines.some((line) => line.trim() !== ''))
    return { properties: new Map(), blocks: all };
  return { properties: first.properties, blocks: all.filter((block) => block !== first) };
}

function frontmatterOf(properties: ReadonlyMap<string, string>): string {
  const lines = [...properties].flatMap(([key, value]) => {
    if (key === 'title' || internal.test(key)) return [];
    if (/^(?:alias|aliases|tags)$/.test(key)) return [`${key}: ${JSON.stringify(namesIn(value))}`];
    return [`${JSON.stringify(key)}: ${JSON.stringify(value)}`];
  });
  return lines.length === 0 ? '' : ['---', ...lines, '---', ''].join('\n');
}

function wordsOf(properties: ReadonlyMap<string, string>): string {
  return [...properties].map(([key, value]) => `${key}:: ${value}\n`).join('');
}

/** `a, [[b, c]], #d` → a | b, c | d */
function namesIn(value: string): string[] {
  return [...value.matchAll(/\s*(?:#?\[\[([^[\]]+)\]\]|([^,，]+))/g)]
    .map((found) => (found[1] ?? found[2] ?? '').trim().replace(/^#/, ''))
    .filter((name) => name !== '');
}

function markdownOf(blocks: readonly OutlineBlock[]): string {
  /** depths of the headings that a block stands in */
  const headings: number[] = [];
  const lines = blocks.flatMap((block) => {
    const { depth } = block;
    if (depth === null) return block.lines.join('\n').trim() === '' ? [] : written(block, '', '');
    while (headings.length > 0 && (headings.at(-1) ?? 0) >= depth) headings.pop();
    const left = depth - ((headings.at(-1) ?? -1) + 1);
    const mark = headingMark(block, depth);
    if (mark !== null) {
      headings.push(depth);
      return written({ ...block, lines: headed(block.lines, mark) }, '', '');
    }
    return written(block, `${'  '.repeat(left)}- `, '  '.repeat(left + 1));
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function headingMark({ lines, properties }: OutlineBlock, depth: number): string | null {
  const own = /^#{1,6} /.exec(lines[0] ?? '')?.[0];
  const asked = properties.get('heading');
  if (own !== undefined || asked === undefined || asked === 'false') return own ?? null;
  return `${'#'.repeat(Math.min(6, Number(asked) || depth + 1))} `;
}

function headed([first = '', ...rest]: string[], mark: string): string[] {
  const words = first.startsWith(mark) ? first.slice(mark.length) : first;
  return [`${mark}${words.replace(task, '')}`, ...rest];
}

function written(block: OutlineBlock, first: string, next: string): string[] {
  const [head = '', ...rest] = block.lines;
  const lines = linked([first.endsWith('- ') ? head.replace(task, box) : head, ...rest]);
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  const shown = [...block.properties].filter(([key]) => block.depth !== null && !internal.test(key));
  lines.push(...linked(shown.map(([key, value]) => `${key}:: ${value}`)));
  const id = block.properties.get('id')?.toLowerCase();
  if (id !== undefined) nameBlock(lines, id);
  return lines.map((line, at) => (at === 0 ? first : line === '' ? '' : next) + line);
}

/** A block's id ends its last line of words; after a heading or a fence it stands on a line of its own. */
function nameBlock(lines: string[], id: string): void {
  const last = lines.length - 1;
  const words = lines[last] ?? '';
  if (/^[ \t]*(?:`{3,}|~{3,}|\||\$\$|#\+)/.test(words)) lines.push('', `^${id}`);
  else lines[last] = `${words} ^${id}`.trimStart();
}

function box(_: string, word: string): string {
  return `[${word === 'DONE' ? 'x' : word.startsWith('CANCEL') ? '-' : ' '}] `;
}

function linked(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return cutFences(lines.join('\n')).flatMap(({ lines: part, isCode }) =>
    isCode ? part : wikilinksOf(part.join('\n')).split('\n'),
  );
}
