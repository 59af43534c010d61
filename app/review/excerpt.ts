import type { Span } from '../_notes/lit-pieces.ts';

/** Signs kept on each side of a quote in a long text. */
const reach = 4000;

/**
 * The part of a text that a quote is read in, cut at empty lines, with the spans moved along: its own paragraph, or all that is near it.
 * Without a quote in the text: its beginning.
 */
export function excerptAround(
  body: string,
  lit: readonly Span[],
  size: 'paragraph' | 'around',
): { body: string; lit: Span[] } {
  const inside = lit.filter(({ start, end }) => start >= 0 && end <= body.length && start < end);
  const start = Math.min(...inside.map((span) => span.start), body.length);
  const end = Math.max(...inside.map((span) => span.end), 0);
  const [first, last] = inside.length === 0 ? [0, 0] : [start, end];
  const isWide = size === 'around';
  const from = isWide ? blankBefore(body, first - reach) : blankBefore(body, first);
  const to = isWide ? blankAfter(body, last + reach) : blankAfter(body, last);
  return {
    body: body.slice(from, to),
    lit: inside.map((span) => ({ start: span.start - from, end: span.end - from })),
  };
}

function blankBefore(body: string, at: number): number {
  if (at <= 0) return 0;
  const blank = body.lastIndexOf('\n\n', at);
  return blank < 0 ? 0 : blank + 2;
}

function blankAfter(body: string, at: number): number {
  const blank = body.indexOf('\n\n', at);
  return blank < 0 ? body.length : blank;
}
