import type { ParsedPassage } from '../parsed.ts';
import type { ReadBlock } from './read-block.ts';
import type { PlacedBlock } from './scenes.ts';
import { type Span, wholeCharacter } from './sentences.ts';

/** Characters a passage may have. */
const longest = 1_200;

interface Piece extends Span {
  scene: number;
}

/**
 * Neighbouring paragraphs of one scene joined up to 1,200 characters; a longer one is cut at sentences, a longer sentence between words.
 * Headings, turn headers, remarks and definitions of links are no passages and end none but by a change of scene.
 */
export function readPassages(
  note: string,
  blocks: readonly PlacedBlock[],
  read: readonly ReadBlock[],
): ParsedPassage[] {
  const sentences = new Map(read.map((of) => [of.block, of.sentences]));
  const passages: ParsedPassage[] = [];
  let open: Piece | null = null;
  for (const block of blocks) {
    if (block.type === 'heading' || block.isTurnHeader) {
      if (open) passages.push(open);
      open = null;
      continue;
    }
    if (block.type === 'comment' || block.type === 'reference') continue;
    for (const piece of cut(note, block, sentences.get(block))) {
      if (open && open.scene === piece.scene && piece.end - open.start <= longest) open.end = piece.end;
      else {
        if (open) passages.push(open);
        open = piece;
      }
    }
  }
  if (open) passages.push(open);
  return passages.map(({ scene, start, end }) => ({ scene, start, end }));
}

function cut(note: string, block: PlacedBlock, sentences: (() => Span[]) | undefined): Piece[] {
  const { scene, start } = block;
  const end = start + note.slice(start, block.end).trimEnd().length;
  if (end <= start) return [];
  if (end - start <= longest) return [{ scene, start, end }];
  const spans = sentences ? startingAt(sentences(), start) : lines(note, start, end);
  return spans.flatMap((span) => cutLong(note, span)).map((span) => ({ scene, ...span }));
}

/** A list item's mark belongs to its first sentence. */
function startingAt([first, ...rest]: Span[], start: number): Span[] {
  return first ? [{ start, end: first.end }, ...rest] : [];
}

function lines(note: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let at = start; at < end;) {
    const feed = note.indexOf('\n', at);
    const stop = feed === -1 || feed > end ? end : feed;
    if (note.slice(at, stop).trim() !== '') spans.push({ start: at, end: stop });
    at = stop + 1;
  }
  return spans;
}

function cutLong(note: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const space = note.lastIndexOf(' ', start + longest);
    const stop = space > start + longest / 2 ? space : wholeCharacter(note, start + longest);
    parts.push({ start, end: stop });
    start = note[stop] === ' ' ? stop + 1 : stop;
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}
