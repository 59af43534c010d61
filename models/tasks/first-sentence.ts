/** A full stop after the number of a list's item, or after an abbreviation before more words, ends nothing. */
const sentenceEnd = /(?<!(?:^|\s)(?:\d{1,2}|см|напр|т\.\s?[депч]|e\.g|i\.e|cf))[.!?…](?=["»”)]*(?:\s|$))/u;

/**
 * The first sentence of what a model wrote, on one line and with its full stop. Where no end was written it is cut at the last whole clause,
 * or is empty when there is none: half a thought is worse than none.
 */
export function firstSentence(text: string, isWhole: boolean): string {
  const line =
    text
      .trim()
      .split(/\n/)[0]
      ?.replace(/\s+/g, ' ')
      .replace(/ (?=[.,;:!?…])/g, '')
      .replace(/^[-–—*•\d.)\s]+(?=\p{L})/u, '') ?? '';
  const end = sentenceEnd.exec(line);
  if (end) return line.slice(0, end.index + 1).trim();
  if (isWhole) return line === '' ? '' : `${line.replace(/[\s,;:–—-]+$/u, '')}.`;
  const clause = Math.max(line.lastIndexOf(', '), line.lastIndexOf('; '));
  return clause > 30 ? `${line.slice(0, clause)}.` : '';
}
