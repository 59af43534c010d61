import type { ParsedSource } from '../../vault/parsed.ts';
import type { ResolvedLink } from '../../vault/resolve/resolve-links.ts';
import { type Corpus, type CorpusLink, createStems, readWords } from './corpus.ts';

/** Parsed notes and their resolved links as a corpus; a link to a part of a note is a link to the note. Ids are the notes' paths. */
export function corpusFromSources(sources: readonly ParsedSource[], links: readonly ResolvedLink[]): Corpus {
  const stemOf = createStems();
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
        words: readWords(source.text, own, stemOf),
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
