import type { ParsedMention } from '../parsed.ts';
import type { Hidden, Masked } from './mask.ts';

type Mention = Omit<ParsedMention, 'scene'>;

/** Obsidian's tags: letters of any script, digits, `_`, `-`, `/`, emoji; at least one that is no digit. A link's `](#heading)` is none. */
const tag = /(?<![^\s(>]|\]\()#((?:[\p{L}\p{N}\p{M}_\-/\p{Extended_Pictographic}]|\u200d){1,100})/gu;
/** Logseq's and Roam's way to write a tag of several words; Obsidian sees a link after a sign. */
const wordyTag = /(?<![^\s(>])#\[\[([^[\]|#^\n]{1,100})\]\]/g;
const bold = /(?<![\\*\p{L}\p{N}])(\*\*|__)(?=[^\s*_])([^*_\n[\]`]{2,60})\1(?![*\p{L}\p{N}])/gu;
const codeName = /^[\p{L}_][\p{L}\p{N}_.:-]{0,40}(?:[/-][\p{L}\p{N}_.-]{0,40}){0,4}$/u;

export function findTags({ text, offset }: Masked): Mention[] {
  if (!text.includes('#')) return [];
  const wordy = text.includes('#[[')
    ? Array.from(text.matchAll(wordyTag), (found) => ({
        name: (found[1] ?? '').trim(),
        from: 'tag' as const,
        start: offset + found.index,
        end: offset + found.index + found[0].length,
      })).filter(({ name }) => name !== '')
    : [];
  const plain = Array.from(text.matchAll(tag)).flatMap((found) => {
    const name = (found[1] ?? '').replace(/\/+$/, '');
    if (name === '' || /^[\d/]+$/.test(name)) return [];
    return [
      {
        name,
        from: 'tag' as const,
        start: offset + found.index,
        end: offset + found.index + 1 + name.length,
      },
    ];
  });
  return [...plain, ...wordy];
}

/** Inline code that names something: a file, a function, a setting. Commands, values and punctuation do not. */
export function findCodeNames(note: string, hidden: readonly Hidden[]): Mention[] {
  return hidden.flatMap(({ start, end, reason }) => {
    if (reason !== 'code' || end - start > 64) return [];
    const words = note.slice(start, end);
    const marks = /^`+/.exec(words)?.[0].length ?? 0;
    const name = words.slice(marks, -marks).trim();
    if (name.length < 3 || !codeName.test(name)) return [];
    return [{ name, from: 'code' as const, start, end }];
  });
}

/** Bold words that look like a name: one to four words, no sentence, no run-in heading; a lone word in lower case is emphasis. */
export function findBoldNames({ text, offset }: Masked): Mention[] {
  if (!text.includes('**') && !text.includes('__')) return [];
  return Array.from(text.matchAll(bold)).flatMap((found) => {
    const name = (found[2] ?? '')
      .trim()
      .replace(/^[«"“”'‘(]+|[»"“”'’).,!?…]+$/gu, '')
      .trim();
    if (!isName(name)) return [];
    const start = offset + found.index;
    return [{ name, from: 'bold' as const, start, end: start + found[0].length }];
  });
}

function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (name.length < 3 || name.length > 40 || words.length > 4 || !/\p{L}{2}/u.test(name)) return false;
  if (/[:;!?…—–→=<>{}|]|[.,](?:\s|$)/u.test(name)) return false;
  if (/^(?:не|ни|нет|not|no|don't)$/iu.test(words[0] ?? '')) return false;
  return words.length > 1 || /\p{Lu}|\d/u.test(name) || /[-_.]/.test(name);
}
