import { isStopWord, normalWord, wordsOf } from '../../../models/words/stem.ts';
import { isFormOf } from '../../mentions/word-forms.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import { createSentencesOf } from '../evidence/sentences-of.ts';
import { type Corpus, createStems } from '../signals/corpus.ts';

/** A sentence that asserts something, as it is compared with others. */
export interface Claim {
  note: number;
  start: number;
  end: number;
  /** what it is told with: stems of words with content, without numbers and negations */
  frame: ReadonlySet<string>;
  words: readonly string[];
  isNegated: boolean;
  /** numbers in it with the word that follows each, in order */
  numbers: readonly { value: string; unit: string }[];
}

/** Said of what is not, by another, or not at all: a question, a condition, a report, a wish. */
const notAsserted =
  /\?\s*$|(?<![\p{L}])(?:если|когда бы|чтобы|якобы|будто|говорят|считается|считают|утвержда\p{L}*|по мнению|по словам|возможно|вероятно|может быть|наверное|кажется|хотел\p{L}* бы|представьте|допустим|планиру\p{L}*|if|whether|unless|allegedly|supposedly|reportedly|claims?|claimed|says|said|according to|maybe|perhaps|might|could|would|should|suppose|imagine|planned|wish|seems?|think|believe|in case|used to)(?![\p{L}])/iu;
const negation =
  /^(?:не|нет|нельзя|никогда|ни|без|not|no|never|cannot|without|isn|doesn|don|won|aren|wasn|didn|can|couldn)$/;
const negated =
  /(?<![\p{L}])(?:не|нет|нельзя|никогда|not|never|cannot|(?:is|does|do|wo|are|was|did|ca|could|has|have)n['’]t|no longer)(?![\p{L}])/iu;
const fewestFrame = 3;
const mostFrame = 16;

/** The claims of all notes. */
export function readClaims({ notes }: Corpus): Claim[] {
  const sentencesOf = createSentencesOf();
  const stemOf = createStems();
  return notes.flatMap((note, at) =>
    sentencesOf(note).flatMap(({ start, end }): Claim[] => {
      const shown = plainText(note.text.slice(start, end));
      const all = wordsOf(shown);
      if (!isStatement(shown, all.length) || /[|{}<>]|https?:/.test(shown)) return [];
      const words = all
        .map(({ text }) => normalWord(text))
        .filter((word) => !isStopWord(word) && !negation.test(word) && !/^\p{N}/u.test(word));
      const frame = new Set(words.map(stemOf));
      if (frame.size < fewestFrame || frame.size > mostFrame) return [];
      const numbers = all.flatMap(({ text }, place) =>
        /^\p{N}+$/u.test(text) ? [{ value: text, unit: stemOf(all[place + 1]?.text ?? '') }] : [],
      );
      return [{ note: at, start, end, frame, words, isNegated: negated.test(shown), numbers }];
    }),
  );
}

/** A whole sentence that says what is: no heading, no label with its value, no order to do something. */
function isStatement(shown: string, words: number): boolean {
  if (words < 4 || notAsserted.test(shown) || !/[.!…]["»”')\]]*$/.test(shown)) return false;
  const first = normalWord(/\p{L}+/u.exec(shown)?.[0] ?? '');
  return (
    !/^[^:.]{1,40}:\s/.test(shown) && !/(?:[аеиоуыя]йте|ите|айтесь|итесь)$/.test(first) && !orders.has(first)
  );
}

const orders = new Set(
  'add check click close choose copy create delete disable do enable enter find go install keep make move note open paste press put read remove run save see select set start switch tap try turn type use visit watch'.split(
    ' ',
  ),
);

/** Pairs of words that cannot both be true of one thing. */
const opposites = pairsOf(
  'включен выключен, включён отключён, включить выключить, включить отключить, открыт закрыт, разрешен запрещен, можно нельзя, бесплатно платно, бесплатный платный, всегда никогда, публичный приватный, публичный закрытый, локально удаленно, доступен недоступен, поддерживается отсутствует, быстрее медленнее, больше меньше, выше ниже, раньше позже, до после, увеличивает уменьшает, повышает понижает, ускоряет замедляет, улучшает ухудшает, видимый скрытый, показывает скрывает, обязательный необязательный, безопасный опасный, легкий сложный, просто сложно, автоматически вручную, первый последний, левый правый, слева справа, сверху снизу, внутри снаружи, полезно вредно, хорошо плохо, горячий холодный, помогает мешает, добавляет удаляет',
  'enabled disabled, enable disable, open closed, free paid, always never, public private, visible hidden, shows hides, show hide, supported unsupported, available unavailable, faster slower, more less, higher lower, before after, increases decreases, increase decrease, improves worsens, required optional, safe unsafe, safe dangerous, easy hard, simple complicated, automatically manually, first last, left right, top bottom, inside outside, good bad, hot cold, helps hinders, adds removes, local remote, active deprecated, light dark',
);

function pairsOf(...lists: string[]): readonly (readonly [string, string])[] {
  return lists.flatMap((list) =>
    list.split(', ').map((pair) => pair.split(' ').map(normalWord) as [string, string]),
  );
}

/** Whether one says with a word what the other denies with its opposite. */
export function hasOpposite(a: readonly string[], b: readonly string[]): boolean {
  const [only, other] = [a.filter((word) => !b.includes(word)), b.filter((word) => !a.includes(word))];
  const has = (words: readonly string[], wanted: string) =>
    words.some((word) => word === wanted || isFormOf(word, wanted));
  return opposites.some(([x, y]) => (has(only, x) && has(other, y)) || (has(only, y) && has(other, x)));
}
