import { isStopWord, normalWord, stem, wordsOf } from '../../../models/words/stem.ts';
import type { KindInput } from './kind-input.ts';
import { namesByForm } from './names-by-form.ts';

/** A word in more than this share of all titles and folders (the program that a manual is of) tells none of them from the others. */
const common = 0.05;
const fewestCommon = 4;

/** What a link shows is a name of its note where it is so short. UTF-16 units. */
const longestShown = 60;

/**
 * Whether something of this name is there already: a note by its title or an alias, or by what links call it; a folder of notes; what is written elsewhere or called for (`taken`).
 * In any form of the words, and without those that most titles have.
 */
export function knownNames({
  corpus,
  taken,
}: Pick<KindInput, 'corpus' | 'taken'>): (name: string) => boolean {
  const folders = new Set(corpus.notes.flatMap(({ path }) => path.split('/').slice(0, -1)));
  const titles = corpus.notes.flatMap(({ title, aliases }) => [title, ...aliases]);
  const telling = tellingWords([...titles, ...folders]);
  const known = namesByForm();
  const add = (name: string) => {
    known.add(name);
    const short = telling(name).join(' ');
    if (short !== '') known.add(short);
  };
  for (const name of [...titles, ...folders]) add(name);
  for (const name of taken) known.add(name);
  for (const { text, links } of corpus.notes)
    for (const { start, shownStart, shownEnd } of links)
      // what leads to a section is of the section
      if (shownEnd - shownStart <= longestShown && !text.slice(start, shownStart).includes('#'))
        known.add(text.slice(shownStart, shownEnd));
  return (name) => known.find(name) !== null || known.find(telling(name).join(' ')) !== null;
}

function tellingWords(names: readonly string[]): (name: string) => string[] {
  const count = new Map<string, number>();
  for (const name of names)
    for (const word of new Set(wordsOf(name).map(({ text }) => stem(text))))
      count.set(word, (count.get(word) ?? 0) + 1);
  const most = Math.max(fewestCommon, common * names.length);
  return (name) =>
    wordsOf(name).flatMap(({ text }) =>
      isStopWord(text) || (count.get(stem(text)) ?? 0) > most ? [] : [normalWord(text)],
    );
}
