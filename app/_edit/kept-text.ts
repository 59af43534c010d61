import { z } from 'zod';

const Kept = z.object({ title: z.string(), body: z.string() });
export type KeptText = z.infer<typeof Kept>;

const keyOf = (on: string | null) => `scenefield-edit ${on ?? 'new'}`;

/** Words that were typed and not saved, as long as the tab lives: no copy outlasts it. */
export function readKept(on: string | null): KeptText | null {
  try {
    const parsed = Kept.safeParse(JSON.parse(sessionStorage.getItem(keyOf(on)) ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepText(on: string | null, text: KeptText | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(on));
    else sessionStorage.setItem(keyOf(on), JSON.stringify(text));
  } catch {
    // a tab without storage, or a full one, keeps the words on the page only
  }
}
