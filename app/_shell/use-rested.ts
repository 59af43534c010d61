'use client';
import { useEffect, useState } from 'react';

const restMs = 4000;

/** False while the page that was opened is still being drawn; true from then on. What can wait (the code of other places) waits for it. */
export function useRested(): boolean {
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), restMs);
    return () => clearTimeout(timer);
  }, []);
  return isRested;
}
