import { contentStems, stemsOf } from '../../../models/words/stem.ts';
import { plainText } from '../../vault/parse/plain-text.ts';

const linksAndAddresses = /!?\[\[[^\][\n]*\]\]|https?:\/\/[^\s)>\]]+/g;
/** `Author:` names a field of a form. */
const label = /^[^:.!?]{1,30}:(?:\s|$)/;
/** Words that only send the reader there. */
const pointing: ReadonlySet<string> = new Set(stemsOf('см смотри смотрите see read'));

/** Whether a sentence says anything about what it names: beside links, tags, a label and the name itself it holds a word with content. */
export function saysSomething(sentence: string, namedBy: ReadonlySet<string>): boolean {
  const said = plainText(sentence.replaceAll(linksAndAddresses, ' ')).replace(label, '');
  return contentStems(said).some((stem) => !namedBy.has(stem) && !pointing.has(stem));
}
