import type { ParsedSource } from '../../vault/parsed.ts';
import type { ResolvedLink } from '../../vault/resolve/resolve-links.ts';
import { type Corpus, type CorpusLink, type CorpusWord, createStems, readWords } from './corpus.ts';

export type WordReader = (source: ParsedSource, links: readonly CorpusLink[]) => CorpusWord[];

/** Parsed notes and their resolved links as a corpus; a link to a part of a note is a link to the note. Ids are the notes' paths. */
export function corpusFromSources(
  sources: readonly ParsedSource[],
  links: readonly ResolvedLink[],
  wordsOf: WordReader = readEachWord(),
): Corpus {
  const bySource = sources.map((): CorpusLink[] => []);
  for (const { source, link, to } of links) {
    const { start, end, shownStart, shownEnd } = link;
    bySource[source]?.push({ target: to.source, start, end, shownStart, shownEnd });
  }
  return {
    notes: sources.map((source, at) => {
      const own = bySource[at] ?? [];
      return {
        id: source.path,
        path: source.path,
        title: source.title,
        aliases: source.aliases,
        text: source.text,
        links: own,
        words: wordsOf(source, own),
        passages: source.passages.map(({ start, end }) => ({
          id: `${source.path}#${start}`,
          start,
          end,
          text: source.text.slice(start, end),
        })),
      };
    }),
  };
}

function readEachWord(): WordReader {
  const stemOf = createStems();
  return (source, links) => readWords(source.text, links, stemOf);
}
