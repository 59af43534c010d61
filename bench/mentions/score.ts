import { type FieldThing, formsOf } from '../../server/mentions/field-name.ts';
import type { ParsedSource } from '../../server/vault/parsed.ts';
import type { Form, Paragraph } from './labelled.ts';

export interface Found {
  start: number;
  end: number;
  id: string;
  title: string;
}

export interface Score {
  found: number;
  false: number;
  missed: number;
  /** of the labelled places that are not spelt as a title or alias of their thing */
  inflected: { found: number; missed: number };
}

interface Input {
  paragraphs: readonly Paragraph[];
  sources: ReadonlyMap<string, ParsedSource>;
  things: readonly FieldThing[];
  find(text: string): readonly Found[];
}

/** Found and missed over labelled paragraphs. What a note says of itself counts neither way. */
export function scoreParagraphs({ paragraphs, sources, things, find }: Input): Score {
  const score: Score = { found: 0, false: 0, missed: 0, inflected: { found: 0, missed: 0 } };
  const spellings = new Map<string, Set<string>>();
  for (const { title, names } of things) {
    const known = spellings.get(title) ?? new Set();
    for (const name of names) for (const form of formsOf(name)) known.add(form.toLowerCase());
    spellings.set(title, known);
  }
  for (const paragraph of paragraphs) {
    const text = sources.get(paragraph.path.normalize('NFC'))?.text;
    if (text === undefined) continue;
    const left = new Set(
      find(text).filter(
        ({ start, end, id }) => start >= paragraph.start && end <= paragraph.end && id !== paragraph.path,
      ),
    );
    for (const { start, end, label } of paragraph.mentions) {
      const hit = [...left].find(
        (each) => each.start === start && each.end === end && isSameName(each.title, label),
      );
      const isInflected = spellings.get(label)?.has(text.slice(start, end).toLowerCase()) !== true;
      const way = hit === undefined ? 'missed' : 'found';
      score[way] += 1;
      if (isInflected) score.inflected[way] += 1;
      if (hit !== undefined) left.delete(hit);
    }
    score.false += left.size;
  }
  return score;
}

/** Found and missed over single places; `false`: the very words of a place that names nothing. */
export function scoreForms({
  forms,
  sources,
  find,
}: Omit<Input, 'paragraphs' | 'things'> & { forms: readonly Form[] }): Score {
  const score: Score = { found: 0, false: 0, missed: 0, inflected: { found: 0, missed: 0 } };
  const read = new Map<string, readonly Found[]>();
  for (const { path, start, end, form, label } of forms) {
    const text = sources.get(path.normalize('NFC'))?.text;
    if (text === undefined) continue;
    const found = read.get(path) ?? find(text);
    read.set(path, found);
    const hit = found.find((each) => each.start === start && each.end === end && each.id !== path);
    if (label === null) {
      if (hit !== undefined) score.false += 1;
      continue;
    }
    const way = hit !== undefined && isSameName(hit.title, label) ? 'found' : 'missed';
    score[way] += 1;
    if (form === 'inflected') score.inflected[way] += 1;
  }
  return score;
}

/** Two things of one name («Guides», «🗂️ Guides») are one for the reader. */
export function isSameName(one: string, other: string): boolean {
  return one === other || formsOf(one)[0]?.toLowerCase() === formsOf(other)[0]?.toLowerCase();
}

export function addScores(one: Score, other: Score): Score {
  return {
    found: one.found + other.found,
    false: one.false + other.false,
    missed: one.missed + other.missed,
    inflected: {
      found: one.inflected.found + other.inflected.found,
      missed: one.inflected.missed + other.inflected.missed,
    },
  };
}

export function recallOf({ found, missed }: { found: number; missed: number }): number {
  return found / Math.max(found + missed, 1);
}

export function precisionOf(score: Score): number {
  return score.found / Math.max(score.found + score.false, 1);
}
