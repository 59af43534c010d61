import type { SettleNote, TextsOf } from '../settle.ts';

/** A note of a field that is all in memory. */
export type WrittenNote = SettleNote & { text: string };

/** Texts of notes that are in memory already. */
export function textsIn(notes: readonly { id: string; text: string }[]): TextsOf {
  const textOf = new Map(notes.map(({ id, text }) => [id, text]));
  return async (ids) => ids.map((id) => textOf.get(id) ?? '');
}
