import type { Blockquote, Nodes, Paragraph, RootContent } from 'mdast';
import { isTouched, type Span } from './lit-pieces.ts';

const head = /^\[!([\w-]+)\]([+-]?)[ \t]*/;

/** Turns a quote that begins with `[!kind] title` into an aside with that kind and title; with a sign behind the kind it folds: `-` at first, `+` when one likes. One with a lit span is open. */
export function markCallouts(node: Nodes, lit: readonly Span[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type === 'blockquote') markCallout(child, lit);
    markCallouts(child, lit);
  }
}

function markCallout(quote: Blockquote, lit: readonly Span[]): void {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return;
  const [opening, ...others] = first.children;
  if (opening?.type !== 'text') return;
  const match = head.exec(opening.value);
  if (match === null) return;
  const kind = match[1]?.toLowerCase() ?? 'note';
  cutHead(opening, match[0].length);
  const { title, body } = splitFirstLine([opening, ...others]);
  const folds = match[2] ?? '';
  quote.data =
    folds === ''
      ? { hName: 'aside', hProperties: { dataCallout: kind } }
      : {
          hName: 'details',
          hProperties: { dataCallout: kind, open: folds === '+' || isTouched(quote, lit) },
        };
  const blocks: RootContent[] = [];
  if (folds !== '')
    blocks.push({
      type: 'paragraph',
      data: { hName: 'summary' },
      children: isBlank(title) ? [{ type: 'text', value: kind }] : title,
    });
  else if (!isBlank(title))
    blocks.push({
      type: 'paragraph',
      data: { hProperties: { dataTitle: 'true' } },
      children: title,
    });
  if (!isBlank(body)) blocks.push({ type: 'paragraph', children: body });
  quote.children = [...blocks, ...rest] as Blockquote['children'];
}

/** Takes the mark away and keeps the offsets of what stays true. */
function cutHead(text: Extract<Nodes, { type: 'text' }>, length: number): void {
  text.value = text.value.slice(length);
  const { position } = text;
  if (position?.start.offset !== undefined)
    text.position = { ...position, start: { ...position.start, offset: position.start.offset + length } };
}

function splitFirstLine(children: Paragraph['children']): {
  title: Paragraph['children'];
  body: Paragraph['children'];
} {
  const at = children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const cut = children[at];
  if (cut === undefined) return { title: children, body: [] };
  if (cut.type !== 'text') return { title: children.slice(0, at), body: children.slice(at + 1) };
  const line = cut.value.indexOf('\n');
  const before = { ...cut, value: cut.value.slice(0, line) };
  const after = { ...cut, value: cut.value.slice(line + 1) };
  const { position } = cut;
  if (position?.start.offset !== undefined) {
    const middle = position.start.offset + line;
    before.position = { ...position, end: { ...position.end, offset: middle } };
    after.position = { ...position, start: { ...position.start, offset: middle + 1 } };
  }
  return { title: [...children.slice(0, at), before], body: [after, ...children.slice(at + 1)] };
}

function isBlank(children: Paragraph['children']): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}
