import type { SceneKind } from '../../graph-schema/nodes.ts';

/** A scene or concept of the field with the names it goes by. */
export interface FieldThing {
  id: string;
  title: string;
  kind: SceneKind | 'concept';
  /** title, aliases */
  names: readonly string[];
  /** the note that bears the name, where there is one: its words tell homonyms apart */
  source: string | null;
  /** many notes link it */
  isHub: boolean;
}

/** «Maps of Content (MOC)» is called «Maps of Content» and «MOC»; «🗂️ Guides» is called «Guides»; «02 - Guides» too. An «and» is also written «&». */
export function formsOf(name: string): string[] {
  const words = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const bare = words
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d{1,3}(?:\.\d{1,3})?\s+[-–—]\s+/u, '')
    .trim();
  const short = [...words.matchAll(/\(([^()]+)\)/g)].flatMap(([, inner = '']) =>
    /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}]{2,10}$/u.test(inner) ? [inner] : [],
  );
  const joined = /\s(?:and|&)\s/.test(bare)
    ? [bare.replace(/\s(and|&)\s/g, (_, sign: string) => (sign === '&' ? ' and ' : ' & '))]
    : [];
  return [bare === '' ? words : bare, ...short, ...joined];
}

/** A note called by a day, week or month: it is everywhere and says nothing of its text. */
export function isDated(name: string): boolean {
  return /^\d{4}(?:[-._ /](?:\d{1,2}|[WQ]\d{1,2}))(?:[-._ /]\d{1,2})?$|^\d{1,2}[-._ /]\d{1,2}[-._ /]\d{4}$|^(?:\d{1,2}\s)?(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*(?:\s\d{1,2},?)?\s\d{4}$/iu.test(
    name.trim(),
  );
}
