/** A turn of a Nexus chat note: from its header's line to the end of its UID remark. */
export interface Turn {
  start: number;
  /** where the turn ends; null when no UID remark follows before the next turn: then it ends with its quote */
  end: number | null;
  uid: string | null;
  speaker: string;
  speakerRole: 'person' | 'model' | 'other';
  at: string | null;
}

const header =
  /^[ \t]{0,3}>[ \t]?\[!nexus_([a-z]+)\][+-]?[ \t]*(?:\*\*([^*\n]{1,100})\*\*)?[^\S\n]*[-–—]?[^\S\n]*([^\n]*)$/gim;
const uidRemark = /<!--[ \t]*UID:[ \t]*([^\s>]{1,200})[ \t]*-->/g;

/** Turns in order. `>[!nexus_user] **User** - 19.06.2025 at 17:42` begins one, `<!-- UID: … -->` ends it. */
export function findTurns(text: string): Turn[] {
  if (!text.includes('[!nexus_')) return [];
  const headers = [...text.matchAll(header)];
  const remarks = [...text.matchAll(uidRemark)];
  return headers.map((found, index) => {
    const next = headers[index + 1]?.index ?? text.length;
    const remark = remarks.find((uid) => uid.index > found.index && uid.index < next);
    const role = (found[1] ?? '').toLowerCase();
    return {
      start: found.index,
      end: remark ? remark.index + remark[0].length : null,
      uid: remark?.[1] ?? null,
      speaker: found[2]?.trim() ?? role,
      speakerRole: role === 'user' ? 'person' : role === 'agent' || role === 'assistant' ? 'model' : 'other',
      at: turnTime(found[3] ?? ''),
    };
  });
}

/** `19.06.2025 at 17:42` or `2025-06-19 17:42`. The note names no time zone: the clock's reading is kept as UTC. */
function turnTime(words: string): string | null {
  const time = /(\d{1,2}):(\d{2})/.exec(words);
  const clock = [Number(time?.[1] ?? 0), Number(time?.[2] ?? 0)] as const;
  const dotted = /(\d{1,2})[./](\d{1,2})[./](\d{4})/.exec(words);
  if (dotted) return utc([Number(dotted[3]), Number(dotted[2]), Number(dotted[1])], clock);
  const dashed = /(\d{4})-(\d{2})-(\d{2})/.exec(words);
  return dashed ? utc([Number(dashed[1]), Number(dashed[2]), Number(dashed[3])], clock) : null;
}

/** ISO 8601 of a date that exists, else null. */
export function utc(
  [year, month, day]: readonly [number, number, number],
  [hour, minute]: readonly [number, number] = [0, 0],
): string | null {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && hour < 24 && minute < 60 ? date.toISOString() : null;
}
