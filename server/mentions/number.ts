import { normalWord, type Word } from '../../models/words/stem.ts';

/** Endings that leave no doubt. */
const many = /(?:[ая]ми?|[ая]х|[оеё]в|ые|(?<!н)ие|[ыи]х|[ыи]ми)$/;
const one = /(?:[оеё]го|[оеё]му|[ая]я|[ое]е|[ую]ю|[ыи]й|ой|[оеё]м|у|ю|е)$/;

/** Whether two wordings of one Russian name are both singular or both plural, by the ending that tells most: 1, −1, or 0 where none does. */
export function agreement(words: readonly Word[], name: readonly Word[]): number {
  const [here, there] = [numberOf(words), numberOf(name)];
  return here === null || there === null ? 0 : here === there ? 1 : -1;
}

function numberOf(words: readonly Word[]): 'one' | 'many' | null {
  for (const { text } of words) {
    const form = normalWord(text);
    if (!/^[а-я]{3,}$/.test(form)) continue;
    if (many.test(form)) return 'many';
    if (one.test(form)) return 'one';
  }
  return null;
}
