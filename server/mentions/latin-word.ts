import { normalWord } from '../../models/words/stem.ts';
import type { NameReading, Place } from './judge.ts';
import { isCapital, isInside, type Usage } from './usage.ts';
import { isBracketed, isCounted, isInTitle, isSetOff, isTold } from './written.ts';

/** Long words have few homonyms: «a zettelkasten» is one, «a notion» is not Notion. Letters. */
const longWord = 9;
/** A name that is seldom met and mostly in lower case may be any word. */
const wellKnown = 0.005;

/** A name that so many notes link is known to the vault's readers. */
const wellLinked = 10;
/** Plurals of shorter words are too often other words. */
const longPlural = 6;

/** A coined or proper name is meant wherever it is spelt so; a name that is also an ordinary word where the vault links it when it is written like this. */
export function isLatinWordMeant(written: string, place: Place, name: NameReading, usage: Usage): boolean {
  const { lowerShare, spread = 0, hasOneForm = false } = name.usage[0] ?? {};
  const { id } = name.thing;
  const lower = lowerShare ?? 0;
  const linked = usage.linkShare(written, id);
  const word = place.words[place.from];
  if (word === undefined) return false;
  if (isCapital(written) && name.thing.kind !== 'concept' && isTold(place)) return true;
  if (isSetOff(place.block, word) && lower < 0.5) return true;
  if (!isCapital(written) && written.length < longWord && isCounted(place)) return false;
  const isSpeltSo = normalWord(written) === normalWord(name.text);
  // «zettelkastens», which nobody links, as «Zettelkasten», which they do
  const isForced = isCapital(written) && !isInside(place.block, word.start);
  const isKnownPlural =
    !isSpeltSo && !isForced && written.length >= longPlural && usage.linkShare(name.text, id) >= 0.1;
  const isCoined = hasOneForm && (written.length >= longWord || isSpeltSo);
  if (lower < 0.5) {
    if (linked > 0 || isCoined || isKnownPlural) return true;
    return isCapital(written) && (isSpeltSo || !isForced);
  }
  if (lower < 0.6 && isCoined && spread >= wellKnown) return true;
  const isKnown = place.linked.has(id) || usage.links.linkers(id) >= wellLinked;
  if (!isCapital(written)) return linked >= 0.1 && (isKnown || isBracketed(place.block, word));
  if (isBracketed(place.block, word)) return linked > 0.02;
  return !isForced && !isInTitle(place) && linked >= 0.1;
}
