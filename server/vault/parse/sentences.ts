/** A stretch of the note's text. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Abbreviations after which a sentence goes on, as the Russian and English rules of UAX #29 cut too early.
 * A single capital letter (an initial) counts as one, too.
 */
const abbreviations = new Set(
  (
    'т е д п к н г гг в вв р руб коп стр рис табл гл см ср напр др пр проч им ул обл пос м км мин сек ч тыс млн млрд ' +
    'mr mrs ms dr prof st vs etc e.g i.e eg ie fig no vol pp p ed eds cf al approx inc ltd jr sr'
  ).split(' '),
);

const lastWord = /([\p{L}.]+)\.[\s»”")\]]*$/u;

/** `[!info]` in a quote: no part of a sentence, and its `!` ends none. */
const calloutMark = /(^|\n)([ \t>]*)(\[![^\][\n]+\][+-]?)/g;

/** The address of a link, or one that stands bare: up to the mark that ends its sentence. */
const address = /\]\([^()\s]{1,2000}\)|\b[a-z][a-z\d+-]{0,20}:\/\/[^\s<>()]{0,2000}[^\s<>().?!…,;:]/gi;

/** Longest text that is handed to the segmenter at once: its time grows faster than the text. */
const longestPiece = 8_000;

/** Cuts words into sentences. `words` may hold blanks for what is not read; white space around a sentence is left out. */
export type SentenceReader = (words: string, offset: number) => Span[];

/** One segmenter for a run: making one costs more than using it. */
export function createSentenceReader(): SentenceReader {
  const segmenter = new Intl.Segmenter('ru', { granularity: 'sentence' });
  return (words, offset) => {
    const unmarked = words.replace(
      calloutMark,
      (_, feed: string, quote: string, mark: string) => `${feed}${quote}${' '.repeat(mark.length)}`,
    );
    const flat = withoutStops(unmarked).replace(/[\n\r\t\u2028\u2029\u0085]/g, ' ');
    const spans: Span[] = [];
    for (const piece of pieces(flat)) {
      let open: Span | null = null;
      for (const { segment, index } of segmenter.segment(flat.slice(piece.start, piece.end))) {
        const start = piece.start + index;
        if (open && endsInAbbreviation(flat.slice(Math.max(open.start, open.end - 24), open.end))) {
          open.end = start + segment.length;
          continue;
        }
        if (open) spans.push(open);
        open = { start, end: start + segment.length };
      }
      if (open) spans.push(open);
    }
    return spans.flatMap((span) => trim(flat, span, offset));
  };
}

/** The `?` of an address ends no sentence. */
function withoutStops(text: string): string {
  return text.replace(address, (found) => found.replace(/[.?!…]/g, '-'));
}

function* pieces(text: string): Generator<Span> {
  let start = 0;
  while (text.length - start > longestPiece) {
    const cut = text.lastIndexOf(' ', start + longestPiece);
    const end = cut > start + longestPiece / 2 ? cut + 1 : wholeCharacter(text, start + longestPiece);
    yield { start, end };
    start = end;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** Never between the two halves of a surrogate pair. */
export function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function endsInAbbreviation(tail: string): boolean {
  const word = lastWord.exec(tail)?.[1];
  if (!word) return false;
  const name = word.toLowerCase();
  const last = name.slice(name.lastIndexOf('.') + 1);
  return abbreviations.has(name) || abbreviations.has(last) || /^\p{Lu}$/u.test(word);
}

function trim(text: string, span: Span, offset: number): Span[] {
  let { start, end } = span;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return start < end ? [{ start: offset + start, end: offset + end }] : [];
}
