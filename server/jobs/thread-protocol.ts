import { AppError, type ErrorCode, type ErrorValues, isAppError } from '../../graph-schema/app-error.ts';

/** What goes to an asked thread. `helped`, `notHelped`: what came of what the thread asked back. */
export type ToThread<Asked> =
  | { type: 'ask'; ask: number; asked: Asked }
  | { type: 'cancel'; ask: number }
  | { type: 'helped'; call: number; answer: unknown }
  | { type: 'notHelped'; call: number; fault: Fault };

/** What comes back: any number of words and calls for help on the way, then one answer or one fault. */
export type ThreadReply<Told, Answer> =
  | { type: 'told'; ask: number; told: Told }
  | { type: 'calls'; ask: number; call: number; name: string; said: unknown[] }
  | { type: 'answered'; ask: number; answer: Answer }
  | { type: 'failed'; ask: number; fault: Fault };

/** A fault as it crosses threads; `code` null: not one of ours. */
export interface Fault {
  code: ErrorCode | null;
  values: ErrorValues;
  message: string;
}

/** What the asker does for the thread while it works on a question, by name. What is said and answered is plain data. */
export type Help = Record<string, (...said: never[]) => Promise<unknown>>;

export function faultOf(error: unknown): Fault {
  const message = String(error).slice(0, 500);
  if (isAppError(error)) return { code: error.code, values: error.values, message };
  return { code: null, values: {}, message };
}

export function toError({ code, values, message }: Fault): Error {
  return code === null ? new Error(message) : new AppError(code, { values, message });
}
