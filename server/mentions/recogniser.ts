import type { SceneKind } from '../../graph-schema/nodes.ts';
import { isStopWord, normalWord } from '../../models/words/stem.ts';
import { type FieldThing, formsOf, isDated } from './field-name.ts';
import { isId } from './link-words.ts';
import { judge, type NameReading } from './judge.ts';
import { buildPhrases } from './phrases.ts';
import { createStemmer, type Readable, readableBlocks, type StemmedWord } from './readable-words.ts';
import type { Usage } from './usage.ts';
import { otherStems } from './word-forms.ts';

/** A place of a text that names a thing of the field; UTF-16 offsets. */
export interface Mention {
  start: number;
  end: number;
  text: string;
  id: string;
  title: string;
  kind: SceneKind | 'concept';
  /** why it is of little weight: linked by many, or a note of a day */
  quiet: 'hub' | 'dated' | null;
}

export interface Recogniser {
  /** In the order of the text; none overlaps another. */
  find(text: string): Mention[];
}

/** Finds names in any Russian or English word form. Pure: the same names, usage and text give the same mentions. */
export function createRecogniser(things: readonly FieldThing[], usage: Usage): Recogniser {
  const wordsOf = createStemmer();
  const names = readNames(things, wordsOf, usage);
  const phrases = buildPhrases(names.map((name) => ({ stems: name.stems, value: name })));
  const also = stemsAlso(names);
  return {
    find(text) {
      const blocks = readableBlocks(text).map((block) => {
        const words = wordsOf(block.text);
        const met = words.map((word) => ({ stem: word.stem, also: also.get(word.stem) }));
        return { block, words, hits: phrases.find(met) };
      });
      const around = new Set(blocks.flatMap(({ words }) => words.map((word) => word.stem)));
      const linked = usage.links.linkedBy(text);
      return blocks.flatMap(({ block, words, hits }) => {
        const beside = new Set(words.map((word) => word.stem));
        const found = hits.flatMap((hit) => {
          const place = { block: block.text, words, around, beside, linked, from: hit.from, to: hit.to };
          const weight = judge(place, hit.value, usage);
          return weight === 0 ? [] : [{ ...hit, weight }];
        });
        return keepLongest(found).map(({ value, from, to }) =>
          toMention(block, words.slice(from, to), value),
        );
      });
    },
  };
}

function readNames(
  things: readonly FieldThing[],
  wordsOf: (text: string) => StemmedWord[],
  usage: Usage,
): (NameReading & { thing: FieldThing })[] {
  const names = things.flatMap((thing) =>
    namesOf(thing).flatMap((name) =>
      formsOf(name).flatMap((text) => {
        const words = wordsOf(text);
        const stems = words.map((word) => word.stem);
        const contents = words.filter((word) => !isStopWord(word.text) && word.text.length > 1).length;
        if (contents === 0) return [];
        const uses = words.map((word) => usage.of([word.stem, ...otherStems(word.text)]));
        return [
          {
            thing,
            text,
            words,
            stems,
            usage: uses,
            contents,
            // «Kanban (SlRvb)» is first called so and not «Kanban»; «Maps of Content (MOC)» is both
            isTitle: name === thing.title && (!name.includes('(') || /\(\p{Lu}{2,}s?\)/u.test(name)),
          },
        ];
      }),
    ),
  );
  const spellings = new Map<string, Set<string>>();
  for (const { stems, text } of names) {
    const key = stems.join(' ');
    spellings.set(key, (spellings.get(key) ?? new Set()).add(normalWord(text)));
  }
  return names.map((name) => {
    const rivals = new Set(spellings.get(name.stems.join(' ')));
    for (const own of name.thing.names) rivals.delete(normalWord(own));
    return { ...name, rivals };
  });
}

/** A file's name in code style (`obsidian-tasks`) is only an id where the note also has names for people; a single word is what people go by. */
function namesOf({ title, names }: FieldThing): readonly string[] {
  const others = names.filter((name) => name !== title && /\p{Lu}|\s/u.test(name));
  return isId(title) && /[-_.]/.test(title) && others.length > 0 ? others : names;
}

/** The stems of names by the stems that other forms of their words may have. */
function stemsAlso(names: readonly NameReading[]): Map<string, readonly string[]> {
  const also = new Map<string, string[]>();
  const done = new Set<string>();
  for (const { words } of names) {
    for (const { text, stem } of words) {
      if (done.has(text)) continue;
      done.add(text);
      for (const other of otherStems(text)) {
        const known = also.get(other);
        if (known === undefined) also.set(other, [stem]);
        else if (!known.includes(stem)) known.push(stem);
      }
    }
  }
  return also;
}

interface Found {
  value: NameReading & { thing: FieldThing };
  from: number;
  to: number;
  weight: number;
}

/** The longest name at a place is meant, of those that overlap the first, then the likeliest. */
function keepLongest(found: readonly Found[]): Found[] {
  const ranked = found.toSorted(
    (a, b) =>
      b.to - b.from - (a.to - a.from) ||
      b.value.contents - a.value.contents ||
      a.from - b.from ||
      b.weight - a.weight ||
      (a.value.thing.id < b.value.thing.id ? -1 : 1),
  );
  const taken = new Set<number>();
  const kept: Found[] = [];
  for (const each of ranked) {
    const places = Array.from({ length: each.to - each.from }, (_, at) => each.from + at);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(each);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function toMention(block: Readable, words: readonly StemmedWord[], name: Found['value']): Mention {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const { id, title, kind, isHub } = name.thing;
  return {
    start: block.offset + start,
    end: block.offset + end,
    text: block.text.slice(start, end),
    id,
    title,
    kind,
    quiet: isDated(name.text) ? 'dated' : isHub ? 'hub' : null,
  };
}
