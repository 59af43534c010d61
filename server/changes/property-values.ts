import { isDeepStrictEqual } from 'node:util';
import type { ApplyContext } from './apply-steps.ts';
import { Properties } from './steps.ts';

/** Vectors are made again from their text, so the log does not carry them. */
const remade = new Set(['vector', 'vectorModel', 'titleVector', 'titleVectorOf', 'heldBy']);

/** A node's or link's properties as the log keeps them. */
export function keptProperties(value: unknown): Properties {
  const entries = Object.entries(Properties.parse(value)).filter(([key]) => !remade.has(key));
  return Object.fromEntries(entries);
}

/** What `set` really alters, given the values now; null for nothing. Undo leaves alone what was given another value since. */
export function difference(
  { after, before }: { after: Properties; before?: Properties | undefined },
  now: Properties,
  { mode }: ApplyContext,
): { before: Properties; after: Properties } | null {
  const keys = Object.keys(after).filter((key) => {
    if (same(now[key], after[key])) return false;
    return mode === 'decided' || before === undefined || same(now[key], before[key]);
  });
  if (keys.length === 0) return null;
  const pick = (from: Properties) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));
  return { before: pick(now), after: pick(after) };
}

function same(a: Properties[string] | undefined, b: Properties[string] | undefined): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null);
}
