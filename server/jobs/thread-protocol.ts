import type { ErrorCode, ErrorValues } from '../../graph-schema/app-error.ts';

/** What goes to an asked thread. */
export type ToThread<Asked> = { type: 'ask'; ask: number; asked: Asked } | { type: 'cancel'; ask: number };

/** What comes back: any number of words on the way, then one answer or one fault. */
export type ThreadReply<Told, Answer> =
  | { type: 'told'; ask: number; told: Told }
  | { type: 'answered'; ask: number; answer: Answer }
  | { type: 'failed'; ask: number; fault: Fault };

/** A fault as it crosses threads; `code` null: not one of ours. */
export interface Fault {
  code: ErrorCode | null;
  values: ErrorValues;
  message: string;
}
