'use client';
import { startTransition, useEffect, useState } from 'react';

/** What fills a tall window. */
const atOnce = 8;
const more = 6;

/** How many of a column's cells are drawn whole: those in sight at once, the others after them, giving way to keys and pointer. */
export function useDrawn(count: number): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn(drawn + more)));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return drawn;
}
