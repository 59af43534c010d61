import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { type Importer, NotReadable } from './importer.ts';

/** Bytes of a PDF that is read whole into memory. */
const largestBytes = 256 * 1024 * 1024;
/** UTF-16 units of one page. What unpacks to more is a trap, and reading it would take hours. */
const longestPage = 1_000_000;

/** The text of a PDF, each page a section named by its number. Pictures of text are no text. */
export const pdf: Importer = {
  takes: (path) => /\.pdf$/i.test(path),
  async *read({ file, path, bytes }, signal) {
    if (bytes > largestBytes) throw new NotReadable('too_large');
    const pages = await readPages(new Uint8Array(await readFile(file)), signal);
    if (pages.every((page) => page === '')) throw new NotReadable('pdf_no_text');
    const sections = pages.flatMap((page, index) => (page === '' ? [] : [`# p. ${index + 1}\n\n${page}`]));
    yield { path, title: posix.parse(path).name, text: `${sections.join('\n\n')}\n` };
  },
};

async function readPages(data: Uint8Array, signal: AbortSignal | undefined): Promise<string[]> {
  const document = await getDocumentProxy(data, { verbosity: 0 }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new NotReadable(isLocked ? 'pdf_locked' : 'pdf_broken');
  });
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      pages.push(pageText(await readPage(page)));
      page.cleanup();
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

interface Piece {
  words: string;
  isEnd: boolean;
}

interface TextPart {
  items: ({ str: string; hasEOL: boolean } | { type: string })[];
}

/** A page's text as it comes, so that one without end is left. */
async function readPage(page: { streamTextContent(): ReadableStream<TextPart> }): Promise<Piece[]> {
  const reader = page.streamTextContent().getReader();
  const pieces: Piece[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) {
      if (!('str' in item)) continue;
      pieces.push({ words: item.str, isEnd: item.hasEOL });
      length += item.str.length;
    }
    if (length <= longestPage) continue;
    await reader.cancel(new NotReadable('too_large'));
    throw new NotReadable('too_large');
  }
  return pieces;
}

/** Lines joined to paragraphs; a word broken at a line's end is one word again; what would be Markdown's marks is escaped. */
function pageText(pieces: readonly Piece[]): string {
  const lines = pieces
    .map(({ words, isEnd }) => words + (isEnd ? '\n' : ''))
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .join('\n')
    .replace(/(\p{Ll})[-\u00ad]\n(\p{Ll})/gu, '$1$2')
    .replace(/\n{2,}/g, '\u0000')
    .replace(/\n/g, ' ')
    .replaceAll('\u0000', '\n\n')
    .replace(/^(#{1,6}\s|[-+*>]\s|\d+[.)]\s)/gm, '\\$1')
    .trim();
}
