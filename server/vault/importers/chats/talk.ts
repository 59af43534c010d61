import type { Turn } from '../../parse/turns.ts';
import type { Rendition } from '../importer.ts';

/** One saying of a talk. */
export interface Said {
  /** stable in the export it comes from */
  uid: string | null;
  speaker: string;
  role: Turn['speakerRole'];
  /** ISO 8601 */
  at: string | null;
  /** Markdown */
  text: string;
}

export interface Talk {
  /** of the rendition, in the vault */
  path: string;
  title: string;
  uid?: string | null;
  at: string | null;
  /** a line before the first turn: where a branch leaves its talk */
  before?: string;
  said: readonly Said[];
}

/** A talk as Markdown, one turn after the other: a line that names speaker and time, then the words unchanged. */
export function talkRendition({ path, title, uid = null, at, before = '', said }: Talk): Rendition {
  let text = before === '' ? '' : `${before}\n\n`;
  const turns = said.map((one): Turn => {
    const start = text.length;
    text += `**${one.speaker}**${one.at === null ? '' : ` · ${shownTime(one.at)}`}\n\n${one.text.trim()}\n\n`;
    return {
      start,
      end: text.length,
      uid: one.uid,
      speaker: one.speaker,
      speakerRole: one.role,
      at: one.at,
    };
  });
  return { path, title, uid, at, text, turns };
}

function shownTime(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** Who says a turn of a talk between one person, whom the export does not name, and a model. */
export function personOrModel(isPerson: boolean, model: string): Pick<Said, 'speaker' | 'role'> {
  return isPerson ? { speaker: 'User', role: 'person' } : { speaker: model, role: 'model' };
}

/** ISO 8601 of seconds since 1970, of an ISO string, else null. */
export function isoTime(time: number | string | null | undefined): string | null {
  if (time === null || time === undefined || time === '') return null;
  const date = new Date(typeof time === 'number' ? time * 1000 : time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** A name for a part of an export: readable, one path part, and told apart by `id` from another of the same title. */
export function partName(title: string, id: string): string {
  const words = title
    .replace(/[\p{Cc}/\\[\]#^|:*?"<>]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return [words, id.slice(0, 8)].filter((part) => part !== '').join(' · ');
}
