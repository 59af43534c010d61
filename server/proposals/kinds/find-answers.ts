import { contentStems, isStopWord, normalWord, wordsOf } from '../../../models/words/stem.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import { createSentencesOf, isQuotable, type Sentence } from '../evidence/sentences-of.ts';
import { type Finding, quoteIn } from './finding.ts';
import type { KindInput } from './kind-input.ts';

/** Share of the question's words, by rarity, that an answer must say. */
const leastSaid = 0.7;
const fewestWords = 3;
/** A word in more sentences than this finds nothing. */
const mostSentences = 400;
const answersOfOne = 1;
/** Words of asking that an answer need not say. */
const asking = new Set(
  'как какой какая какие какое почему зачем что кто где когда сколько чем ли how what why when where which who does do can could should would possible way anyone есть способ'.split(
    ' ',
  ),
);

interface Said {
  note: number;
  sentence: Sentence;
}

/**
 * The passage that answers a question which nobody answered where it was asked: the sentence of another note that says the question's own words. Measured is the share of the question's
 * words, weighted by rarity, that it says. A question is one that nothing follows before the next heading. Sentences are found by the question's rarest words, never by comparing all.
 */
export function findAnswers(
  { corpus, related }: Pick<KindInput, 'corpus' | 'related'>,
  limit: number,
): Finding[] {
  const sentencesOf = createSentencesOf();
  const known = new Set(related.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const bySaid = new Map<string, Said[]>();
  let sentences = 0;
  for (const [note, each] of corpus.notes.entries()) {
    for (const sentence of sentencesOf(each)) {
      if (!isQuotable(sentence)) continue;
      sentences += 1;
      const said: Said = { note, sentence };
      for (const stem of sentence.stems) {
        const list = bySaid.get(stem);
        if (list === undefined) bySaid.set(stem, [said]);
        else list.push(said);
      }
    }
  }
  const weight = (stem: string) => Math.log(1 + sentences / (bySaid.get(stem)?.length ?? 1));
  const found = corpus.notes.flatMap((note, asked) =>
    openQuestions(note.text, sentencesOf(note)).flatMap((question) => {
      const stems = [...new Set(askedStems(note.text.slice(question.start, question.end)))];
      if (stems.length < fewestWords) return [];
      const whole = stems.reduce((sum, stem) => sum + weight(stem), 0);
      const scores = new Map<Said, number>();
      for (const stem of stems.toSorted((a, b) => weight(b) - weight(a))) {
        const saying = bySaid.get(stem) ?? [];
        if (saying.length > mostSentences) {
          for (const [said, score] of scores)
            if (said.sentence.stems.has(stem)) scores.set(said, score + weight(stem));
          continue;
        }
        for (const said of saying)
          if (said.note !== asked) scores.set(said, (scores.get(said) ?? 0) + weight(stem));
      }
      return [...scores]
        .map(([said, score]) => ({ said, share: score / whole }))
        .filter(({ said, share }) => share >= leastSaid && !isAsking(corpus, said))
        .toSorted((a, b) => b.share - a.share || b.said.sentence.stems.size - a.said.sentence.stems.size)
        .slice(0, answersOfOne)
        .flatMap(({ said, share }) => {
          const answer = corpus.notes[said.note];
          if (answer === undefined || known.has(`${answer.id} ${note.id}`)) return [];
          const [from, to] = [quoteIn(answer, 'from', said.sentence), quoteIn(note, 'to', question)];
          if (from === null || to === null) return [];
          const finding: Finding = {
            from: answer.id,
            to: note.id,
            relation: 'answers',
            score: share + Math.log2(stems.length) / 4,
            quotes: [from, to],
            signals: { saysAsked: share },
          };
          return [finding];
        });
    }),
  );
  const best = new Map<string, Finding>();
  for (const finding of found.toSorted((a, b) => b.score - a.score)) {
    const key = `${finding.from} ${finding.to}`;
    if (!best.has(key)) best.set(key, finding);
  }
  return [...best.values()].slice(0, limit);
}

function askedStems(question: string): string[] {
  const words = wordsOf(plainText(question)).filter(
    ({ text }) => !isStopWord(text) && !asking.has(normalWord(text)),
  );
  return contentStems(words.map(({ text }) => text).join(' '));
}

function isAsking({ notes }: KindInput['corpus'], { note, sentence }: Said): boolean {
  return /\?["»”')\]*_]*\s*$/.test(notes[note]?.text.slice(sentence.start, sentence.end) ?? '?');
}

/** Questions that nothing but other questions follows before the next heading. */
function openQuestions(text: string, sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ start, end, stems }) => {
    if (stems.size < 3 || !/\?["»”')\]*_]*\s*$/.test(text.slice(start, end))) return false;
    // «Need help? See …»: what stands on its line answers it
    if (/^[^\n]*\p{L}/u.test(text.slice(end))) return false;
    const isHeading = /(?:^|\n)#{1,6}\s[^\n]*$/.test(text.slice(Math.max(0, start - 200), start));
    const heading = text.slice(end).search(/\n#{1,6}\s/);
    const rest = text
      .slice(end, heading < 0 ? undefined : end + heading)
      .replaceAll(/^[\s>\-*+\d.)]*[^\n]*\?\s*$/gm, '');
    return rest.trim().length < (isHeading ? 1 : 60);
  });
}
