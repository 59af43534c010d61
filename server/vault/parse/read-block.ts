import { findLinks, type InlineLinks } from './inline-links.ts';
import { maskBlock, type Masked } from './mask.ts';
import type { PlacedBlock } from './scenes.ts';
import type { SentenceReader, Span } from './sentences.ts';

/** A block of words, read once for everything that is found in it. */
export interface ReadBlock {
  block: PlacedBlock;
  masked: Masked;
  found: InlineLinks;
  /** made when first asked for; a link is never cut */
  sentences: () => Span[];
}

export function readBlock(
  text: string,
  block: PlacedBlock,
  tools: { references: ReadonlyMap<string, string>; sentences: SentenceReader },
): ReadBlock {
  const masked = maskBlock(text, block);
  const found = findLinks(masked, tools.references);
  let spans: Span[] | null = null;
  return {
    block,
    masked,
    found,
    sentences: () => (spans ??= tools.sentences(withoutLinks(masked, found), masked.offset)),
  };
}

/** Links as names: the marks in them (`![[`, `What?`) end no sentence. */
function withoutLinks({ text, offset }: Masked, { links }: InlineLinks): string {
  const pieces: string[] = [];
  let at = 0;
  for (const link of links) {
    const start = link.start - offset;
    if (start < at) continue;
    pieces.push(text.slice(at, start), 'X'.repeat(link.end - link.start));
    at = link.end - offset;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
