import { type Corpus, type CorpusLink, readWords } from '../signals/corpus.ts';

/** A corpus from note texts by title, with `[[Title]]` and `[[Title|words]]` as links; each note is one passage. */
export function corpusOf(texts: Readonly<Record<string, string>>): Corpus {
  const titles = Object.keys(texts);
  return {
    notes: titles.map((title, at) => {
      const text = texts[title] ?? '';
      const links = Array.from(text.matchAll(/\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g)).flatMap(
        (match): CorpusLink[] => {
          const target = titles.indexOf(match[1] ?? '');
          const shown = match[2] ?? match[1] ?? '';
          const end = match.index + match[0].length;
          const shownStart = end - 2 - shown.length;
          return target < 0 ? [] : [{ target, start: match.index, end, shownStart, shownEnd: end - 2 }];
        },
      );
      return {
        id: title,
        path: `${title}.md`,
        title,
        aliases: [],
        text,
        links,
        words: readWords(text, links),
        passages: [{ id: `p${at}`, start: 0, end: text.length, text }],
      };
    }),
  };
}
