import type { MentionView, UnlinkedName } from '../../graph-schema/views/mention-view.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import { createSentenceReader } from '../vault/parse/sentences.ts';

/** Names of scenes that are not among `linked`, each once with its first sentence; those of little weight last. */
export function gatherUnlinked(
  text: string,
  mentions: readonly MentionView[],
  linked: ReadonlySet<string | null>,
): UnlinkedName[] {
  const names = new Map<string, UnlinkedName>();
  const readSentences = createSentenceReader();
  for (const { start, end, ...mention } of mentions) {
    // a concept has no page to go to
    if (mention.kind === 'concept' || linked.has(mention.id)) continue;
    const known = names.get(mention.id);
    // a heading that is the name alone tells nothing: the first sentence that says more is shown
    const isBare = known !== undefined && known.sentence.length === known.to - known.from;
    if (known !== undefined && !isBare) known.times += 1;
    else {
      const said = sentenceAround(text, { start, end }, readSentences);
      names.set(mention.id, { ...mention, times: (known?.times ?? 0) + 1, ...said });
    }
  }
  return [...names.values()].sort(
    (a, b) => Number(a.quiet !== null) - Number(b.quiet !== null) || b.times - a.times,
  );
}

/** The sentence in plain words, and where the name stands in it. */
function sentenceAround(
  text: string,
  { start, end }: { start: number; end: number },
  readSentences: ReturnType<typeof createSentenceReader>,
): Pick<UnlinkedName, 'sentence' | 'from' | 'to'> {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 400);
  const feed = text.indexOf('\n', end);
  const to = Math.min(feed === -1 ? text.length : feed, end + 400);
  const span = readSentences(text.slice(from, to), from).find(
    (each) => each.start <= start && each.end >= end,
  );
  const [first, last] = [span?.start ?? from, span?.end ?? to];
  const bare = (words: string) => plainText(words).replace(/^(?:[-*+]|\d+[.)]|#{1,6})\s+/, '');
  // markup may reach over the name's edges: the two sides are told apart by a mark that no text has
  const marked = `${text.slice(first, start)}\uE000${text.slice(start, end)}\uE001${text.slice(end, last)}`;
  const words = bare(marked);
  const [at, until] = [words.indexOf('\uE000'), words.indexOf('\uE001')];
  return { sentence: words.replace(/[\uE000\uE001]/g, ''), from: at, to: until - 1 };
}
