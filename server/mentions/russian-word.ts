import { normalWord } from '../../models/words/stem.ts';
import type { NameReading, Place } from './judge.ts';
import type { StemmedWord } from './readable-words.ts';
import { isCapital, isInside, type Usage } from './usage.ts';
import { complementOf, isSetOff, leadsOn, qualifierOf } from './written.ts';

/** A lone ordinary word in more of the notes than this says nothing of its thing, unless it is written as a name. */
const everywhere = 0.34;
/** From this spread on the text must share words with the thing's own note: so many in a text of a hundred stems and more. */
const needs = [
  { spread: 0.2, words: 8 },
  { spread: 0.05, words: 2 },
] as const;
/** Where a text links others, so much of the thing's company must be among them: see `relatedness`. */
const company = { links: 3, least: 0.03 };
/** A word in so few notes is rare, however small the vault. */
const few = 3;
/** Words shared with the thing's note that outweigh what narrows it: «автор плагина» is not the note «Авторы». */
const outweighs = 20;
/** A word in fewer of the notes than this is no ordinary one; its qualifiers say little. */
const ordinary = 0.02;

/** Whether a lone Russian word means the thing that is called by it: as it is written, or by the company it keeps. */
export function isRussianWordMeant(
  written: string,
  place: Place & { near(): number },
  { word, name }: { word: StemmedWord; name: NameReading },
  usage: Usage,
): boolean {
  if (isOblique(name.text) && normalWord(written) !== normalWord(name.text)) return false;
  if (isSetOff(place.block, word)) return true;
  if (isCapital(written) && isInside(place.block, word.start)) return true;
  if (leadsOn(place, name.text)) return false;
  const { spread = 0, notes = 0, lowerShare } = name.usage[0] ?? {};
  const isRare = notes <= few;
  if (!isRare && (lowerShare ?? 1) < 0.5) return isCapital(written) || place.near() > 0;
  if (name.thing.kind === 'concept') return notes <= 2;
  if (!isRare && spread > everywhere) return false;
  if (!isRare && spread > ordinary && isNarrowed(place, name, usage)) return false;
  if (isStranger(place, name.thing.id, usage)) return false;
  if (isRare || place.linked.has(name.thing.id)) return true;
  if (name.rivals.size > 0) return false;
  if (spread > ordinary && place.near() === 0 && isForeign(place, usage)) return false;
  const need = needs.find((each) => spread > each.spread)?.words ?? 0;
  return place.near() >= Math.floor(need * Math.min(1, place.around.size / 100));
}

/** «Разработчикам» tells whom a note is for; the word in another case is not its name. */
function isOblique(name: string): boolean {
  return /(?:[ая]м|[ая]ми|[ая]х)$/u.test(normalWord(name));
}

/** An adjective or a noun in the genitive makes another thing of it, unless the thing's own note speaks of that too. */
function isNarrowed(place: Place & { near(): number }, { thing }: NameReading, usage: Usage): boolean {
  if (place.near() >= outweighs) return false;
  const isNews = (stem: string | null) =>
    stem !== null &&
    usage.of([stem]).spread < everywhere &&
    !(thing.source !== null && usage.says(thing.source, stem));
  return isNews(qualifierOf(place)) || (!place.linked.has(thing.id) && isNews(complementOf(place)));
}

/** Share of a text's words that the vault has not, from which on it speaks of other things than the vault does. */
const foreign = 0.2;

function isForeign({ around }: Place, usage: Usage): boolean {
  let unknown = 0;
  for (const stem of around) if (usage.of([stem]).notes === 0) unknown += 1;
  return unknown > foreign * around.size;
}

/** The text links others, and none that is linked together with the thing: it speaks of something else by that word. Of a thing that nobody links this says nothing. */
function isStranger({ linked }: Place, id: string, usage: Usage): boolean {
  if (linked.size < company.links || usage.links.linkers(id) === 0) return false;
  let sum = 0;
  for (const other of linked) sum += usage.links.relatedness(other, id);
  return sum / linked.size < company.least;
}
