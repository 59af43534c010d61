import type { Nodes } from 'mdast';

/** A stretch of text by offsets, `end` not included. */
export interface Span {
  start: number;
  end: number;
}

/** Whether a lit span reaches into what a node was made from. */
export function isTouched({ position }: Nodes, lit: readonly Span[]): boolean {
  const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  return lit.some(({ start, end }) => start < to && end > from);
}

/**
 * Where each sign of a parsed text stands in the source: Markdown leaves out escapes and the `>` of quotes, so the signs are found again in order.
 * `from`, `to` bound the text in the source.
 */
export function signOffsets(value: string, source: string, { start: from, end: to }: Span): number[] {
  const offsets: number[] = [];
  let at = from;
  for (const sign of value.split('')) {
    while (at < to && source[at] !== sign) at += 1;
    offsets.push(Math.min(at, to));
    at += 1;
  }
  return offsets;
}

/** Cuts a text into pieces that are lit or not; `offsets` say where its signs stand in the source. Nothing is lost or added. */
export function litPieces(
  value: string,
  offsets: readonly number[],
  lit: readonly Span[],
): { text: string; isLit: boolean }[] {
  const pieces: { text: string; isLit: boolean }[] = [];
  value.split('').forEach((sign, index) => {
    const at = offsets[index] ?? -1;
    const isLit = lit.some(({ start, end }) => at >= start && at < end);
    const last = pieces.at(-1);
    if (last?.isLit === isLit) last.text += sign;
    else pieces.push({ text: sign, isLit });
  });
  return pieces;
}
