import { contentStems, stemsOf } from '../../../models/words/stem.ts';
import { createSentencesOf, type Sentence } from '../evidence/sentences-of.ts';
import { type CorpusNote, createStems, readWords } from '../signals/corpus.ts';
import { buildPhrases } from '../../mentions/phrases.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import { saysSomething } from './says-something.ts';

export interface StoredPassage {
  id: string;
  sceneId: string;
  rootId: string;
  /** null: of no vault */
  vaultId: string | null;
  text: string;
  /** of the scene it stands in */
  title: string;
}

export interface Call {
  caller: string;
  root: string;
  vaultId: string | null;
  passages: string[] | null;
  starts: number[] | null;
  ends: number[] | null;
}

/** A verbatim span about a missing scene; offsets into its passage's text. */
export interface Span {
  passageId: string;
  sceneId: string;
  rootId: string;
  start: number;
  end: number;
  text: string;
  /** of the scene it stands in */
  title: string;
}

const mostSpans = 10;
const longestSpan = 500;
/** A sentence that shares so much of what the shorter of the two says with one before it says the same again. */
const sameSaid = 0.5;

export type GatherSpans = (missing: { title: string; aliases: string[]; calls: Call[] }) => Span[];

/** What the vaults that call for a scene nobody wrote say about it: the sentences that link it, then those that name it in any word form. One that only names it says nothing. */
export function createGatherSpans(passages: readonly StoredPassage[]): GatherSpans {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const sentencesOf = createSentencesOf();
  const stemOf = createStems();
  const notes = passages.map((passage): CorpusNote => {
    const whole = { id: passage.id, start: 0, end: passage.text.length, text: passage.text };
    const words = readWords(passage.text, [], stemOf);
    return {
      id: passage.id,
      path: '',
      title: '',
      aliases: [],
      text: passage.text,
      links: [],
      words,
      passages: [whole],
    };
  });
  return ({ title, aliases, calls }) => {
    const spans: Span[] = [];
    const said: Set<string>[] = [];
    const nameStems = [title, ...aliases].map(stemsOf);
    const namedBy = new Set(nameStems.flat());
    const vaults = new Set(calls.map(({ vaultId }) => vaultId));
    const take = (passageId: string, start: number, end: number) => {
      const passage = byId.get(passageId);
      if (passage === undefined || spans.length >= mostSpans || end - start > longestSpan) return;
      // the same name in another vault is another thing
      if (passage.vaultId !== null && !vaults.has(passage.vaultId)) return;
      const text = passage.text.slice(start, end);
      const stems = new Set(contentStems(plainText(text)).filter((stem) => !namedBy.has(stem)));
      if (!saysSomething(text, namedBy) || said.some((before) => sharedOf(before, stems) >= sameSaid)) return;
      said.push(stems);
      const { sceneId, rootId, title: standsIn } = passage;
      spans.push({ passageId, sceneId, rootId, start, end, text, title: standsIn });
    };
    for (const { passages: ids, starts, ends } of calls) {
      for (const [at, id] of (ids ?? []).entries()) take(id, starts?.[at] ?? 0, ends?.[at] ?? 0);
    }
    const names = buildPhrases(nameStems.map((stems) => ({ stems, value: true })));
    for (const note of notes) {
      if (spans.length >= mostSpans) break;
      for (const hit of names.find(note.words)) {
        const sentence = around(sentencesOf(note), note.words[hit.from]?.start ?? 0);
        if (sentence !== undefined) take(note.id, sentence.start, sentence.end);
      }
    }
    return spans;
  };
}

/** Share of the smaller set that is in the other. */
function sharedOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return [...few].filter((stem) => many.has(stem)).length / Math.max(1, few.size);
}

function around(sentences: readonly Sentence[], at: number): Sentence | undefined {
  return sentences.find((sentence) => at >= sentence.start && at < sentence.end);
}
