import { normalWord } from '../../models/words/stem.ts';
import type { NameReading, Place } from './judge.ts';
import { isCapital, isInside, type Usage } from './usage.ts';
import { isBracketed, isCounted, isInTitle, isSetOff } from './written.ts';

/** Long words have few homonyms: «a zettelkasten» is one, «a notion» is not Notion. Letters. */
const longWord = 9;
/** A name that is seldom met and mostly in lower case may be any word. */
const wellKnown = 0.005;

/** A coined or proper name is meant wherever it is spelt so; a name that is also an ordinary word where the vault links it when it is written like this. */
export function isLatinWordMeant(written: string, place: Place, name: NameReading, usage: Usage): boolean {
  const lower = name.usage[0]?.lowerShare ?? 0;
  const linked = usage.linkShare(written, name.thing.id);
  const word = place.words[place.from];
  if (word === undefined) return false;
  if (isSetOff(place.block, word) && lower < 0.5) return true;
  if (!isCapital(written) && written.length < longWord && isCounted(place)) return false;
  const isCoined =
    name.usage[0]?.hasOneForm === true &&
    (written.length >= longWord || normalWord(written) === normalWord(name.text));
  // «zettelkastens», which nobody links, as «Zettelkasten», which they do
  const isLongAndLinked = written.length >= longWord && usage.linkShare(name.text, name.thing.id) >= 0.1;
  if (lower < 0.5) return isCapital(written) || linked > 0 || isCoined || isLongAndLinked;
  if (lower < 0.6 && isCoined && (name.usage[0]?.spread ?? 0) >= wellKnown) return true;
  if (!isCapital(written))
    return linked >= 0.1 && (place.linked.has(name.thing.id) || isBracketed(place.block, word));
  if (isBracketed(place.block, word)) return linked > 0.02;
  return isInside(place.block, word.start) && !isInTitle(place) && linked >= 0.1;
}
