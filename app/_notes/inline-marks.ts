import type { Link, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { isTouched, litPieces, signOffsets, type Span } from './lit-pieces.ts';

declare module 'mdast' {
  /** A piece of text that has an element of its own on the page and none in Markdown. */
  interface Marked {
    type: 'marked';
    /** made here, so it stands nowhere in the source */
    position?: undefined;
    data: Data;
    children: PhrasingContent[];
  }
  interface PhrasingContentMap {
    marked: Marked;
  }
  interface RootContentMap {
    marked: Marked;
  }
}

/** `[[link]]`, `![[embed]]`, `==highlight==`, `%%comment%%`, `#tag`, and `^block-id` at the end of a line. */
const pattern =
  /(?<embed>!?)\[\[(?<link>[^\]\n]+)\]\]|==(?<high>[^=\n]+)==|%%[\s\S]*?%%|(?<=^|\s)#(?<tag>[\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*)|(?<=^|\s)\^[\w-]+$/gmu;

/** A file that is no note: a PDF, a sound, a canvas. */
const otherFile = /\.(?!md$)[a-z0-9]{2,6}$/i;
const pictures = /\.(avif|bmp|gif|jpe?g|png|svg|webp)$/i;

interface Source {
  text: string;
  /** offsets into `text` */
  lit: readonly Span[];
}

/** Turns Obsidian's own marks in running text into nodes, and lights spans of the source. */
export function markInline(node: Nodes, source: Source): void {
  if (!('children' in node)) return;
  const parent: Parents = node;
  parent.children = parent.children.flatMap((child): Parents['children'] => {
    if (child.type === 'text') return piecesOf(child, source);
    if (child.type === 'inlineCode' && isTouched(child, source.lit)) return [marked('mark', {}, [child])];
    if (child.type === 'image') return [pictureOf(child.url, child.alt ?? '')];
    if (child.type === 'link') return [linkOf(child, source)];
    markInline(child, source);
    return [child];
  }) as typeof parent.children;
}

function linkOf(link: Link, source: Source): PhrasingContent {
  markInline(link, source);
  if (/^[a-z][a-z0-9+.-]*:/i.test(link.url) || link.url.startsWith('#')) return link;
  const target = decodeURIComponentSafely(link.url).replace(/\.md(?=#|$)/i, '');
  return marked('a', { dataScene: target }, link.children);
}

function piecesOf(text: Text, source: Source): PhrasingContent[] {
  const from = text.position?.start.offset;
  const to = text.position?.end.offset;
  const offsets =
    isTouched(text, source.lit) && from !== undefined && to !== undefined
      ? signOffsets(text.value, source.text, { start: from, end: to })
      : null;
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const match of text.value.matchAll(pattern)) {
    const end = match.index + match[0].length;
    pieces.push(...light(text.value.slice(at, match.index), offsets?.slice(at, match.index) ?? null, source));
    const isLit = offsets?.slice(match.index, end).some((offset) => isIn(offset, source)) === true;
    at = end;
    const piece = pieceOf(match);
    if (piece !== null) pieces.push(isLit ? marked('mark', {}, [piece]) : piece);
  }
  return [...pieces, ...light(text.value.slice(at), offsets?.slice(at) ?? null, source)];
}

function isIn(offset: number, { lit }: Source): boolean {
  return lit.some(({ start, end }) => offset >= start && offset < end);
}

function light(value: string, offsets: readonly number[] | null, { lit }: Source): PhrasingContent[] {
  if (value === '') return [];
  if (offsets === null) return [{ type: 'text', value }];
  return litPieces(value, offsets, lit).map(({ text, isLit }) =>
    isLit ? marked('mark', {}, [{ type: 'text', value: text }]) : { type: 'text', value: text },
  );
}

function pieceOf({ groups = {} }: RegExpMatchArray): PhrasingContent | null {
  const { embed, link, high, tag } = groups;
  if (link !== undefined) {
    const [target = '', ...alias] = link.replaceAll('\\|', '|').split('|');
    const file = target.split('#', 1)[0]?.trim() ?? '';
    if (embed === '!' && pictures.test(file)) return pictureOf(file, alias.join('|'));
    const words = alias.length > 0 ? alias.join('|') : target.replaceAll('#', ' › ').replace(/^ › /, '');
    const isNote = embed === '!' && !otherFile.test(file);
    const named = { dataScene: target.trim(), ...(isNote && { dataEmbed: 'true' }) };
    return marked('a', named, [{ type: 'text', value: words }]);
  }
  if (high !== undefined) return marked('em', { dataHigh: 'true' }, [{ type: 'text', value: high }]);
  if (tag !== undefined) return marked('span', { dataTag: tag }, [{ type: 'text', value: `#${tag}` }]);
  return null;
}

/** An image of the vault, by its target; one on the network is only named, never fetched. */
function pictureOf(target: string, alt: string): PhrasingContent {
  const width = /(?:^|\|)(\d{1,4})(?:x\d+)?$/.exec(alt)?.[1];
  const words = alt.replace(/\|?\d+(x\d+)?$/, '');
  return marked(
    'img',
    { dataTarget: decodeURIComponentSafely(target), alt: words, ...(width !== undefined && { width }) },
    [],
  );
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function marked(
  hName: string,
  hProperties: Record<string, string>,
  children: PhrasingContent[],
): PhrasingContent {
  return { type: 'marked', data: { hName, hProperties }, children };
}
