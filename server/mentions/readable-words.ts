import { stem, type Word, wordsOf } from '../../models/words/stem.ts';
import { readBlocks } from '../vault/parse/blocks.ts';
import { readFrontmatter } from '../vault/parse/frontmatter.ts';
import { maskBlock } from '../vault/parse/mask.ts';

/** A stretch of a text that a reader sees, at its own length: whatever stands in `text` at i stands in the note at `offset + i`. */
export interface Readable {
  text: string;
  offset: number;
}

export interface StemmedWord extends Word {
  stem: string;
}

/** Stands where something is not read, so that no name reaches over it. */
export const blank = '\u0000';

const verbatim = new Set(['code', 'html', 'comment', 'math', 'reference']);

/** What is no running text: links to notes, embeds, footnote marks, targets of other links, addresses, HTML, tags, file names. */
const notRead =
  /!?\[\[[^[\]\n]*\]\]|!\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]*\]\((?![a-z][a-z0-9+.-]*:|\/\/)[^)\n]*\)|\]\([^)\n]*\)|\[\^[^\]\n]*\]|\b[a-z][a-z0-9+.-]*:\/\/\S+|<\/?[a-z][^>\n]*>|(?<![^\s(>])#[^\s#]+|[\w.+-]+@[\w-]+\.[\w.]+|\bwww\.\S+|(?<![\p{L}\p{N}])[\p{L}\p{N}_-]+\.(?:md|js|ts|css|json|ya?ml|py|html?|png|jpe?g|svg|com|org|net|io|ru|app|dev)\b(?:\/\S*)?|(?<=\s)@[\w-]+|(?<=^|\s)\^[\w-]+(?=\s*$)/gimu;

/** A block without any of these has nothing of the kind: most have none, and this is the quicker look. */
const mayHaveMore = /[[\]<#@^]|:\/\/|\w\.\w/;

/** The blocks of a note that are read for names: without code, formulas, remarks, links to notes and addresses. */
export function readableBlocks(text: string): Readable[] {
  return readBlocks(text, readFrontmatter(text).end)
    .filter((block) => !verbatim.has(block.type) && block.end > block.text)
    .map((block) => {
      const masked = maskBlock(text, block);
      if (!mayHaveMore.test(masked.text)) return { text: masked.text, offset: masked.offset };
      const blanked = masked.text.replace(notRead, (found) => found.replace(/[^\n]/g, blank));
      return { text: blanked, offset: masked.offset };
    });
}

/** Words of a text with their stems; a stemmer that remembers, since a vault says the same words again and again. */
export function createStemmer(): (text: string) => StemmedWord[] {
  const known = new Map<string, string>();
  const stemOf = (word: string) => {
    const found = known.get(word) ?? stem(word);
    known.set(word, found);
    return found;
  };
  return (text) => wordsOf(text).map((word) => ({ ...word, stem: stemOf(word.text) }));
}
