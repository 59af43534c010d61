/** Sentences offered at most, and how long one may be, characters. */
const most = 80;
const longest = 600;

/**
 * Sentences of a text, word for word, those that name what it is about first. Each lies within one paragraph, so that it lies within one passage;
 * headings, tables and code say nothing by themselves.
 */
export function quotable(body: string, about: string): string[] {
  const stems = about
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, Math.max(4, word.length - 2)));
  const weight = (sentence: string) => stems.filter((stem) => sentence.toLowerCase().includes(stem)).length;
  const sentences = paragraphsOf(body).flatMap((paragraph) =>
    Array.from(new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(paragraph), ({ segment }) =>
      segment.trim(),
    ),
  );
  return [...new Set(sentences)]
    .filter((sentence) => sentence.length > 7 && sentence.length <= longest)
    .map((sentence, at) => ({ sentence, at, weight: weight(sentence) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, most)
    .map(({ sentence }) => sentence);
}

function paragraphsOf(body: string): string[] {
  const text = body
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1.*$/gm, '\n\n');
  return text
    .split(/\r?\n\s*\r?\n|\r?\n(?=\s*(?:[-*+>#|]|\d+[.)])\s?)/)
    .filter((part) => !/^\s*(#|\||<|\$\$|%%)/.test(part));
}
