'use client';
import { startTransition, useEffect, useState } from 'react';

/** What fills a tall window. */
const atOnce = 8;
const more = 6;

/**
 * How many of a column's cells are drawn whole: those in sight at once, the others after them, giving way to keys and pointer; all from then on.
 * `count`: null until it is known.
 */
export function useDrawn(count: number | null): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (count === null || drawn === Infinity) return;
    const next = drawn + more < count ? drawn + more : Infinity;
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(next)));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return drawn;
}
