'use client';
import { useCallback, useSyncExternalStore } from 'react';

export const widthBounds = { min: 300, max: 720 } as const;
const key = 'scenefield-inspector-width';
const first = 392;

function bounded(width: number): number {
  return Math.round(Math.min(widthBounds.max, Math.max(widthBounds.min, width)));
}

function read(): number {
  const kept = Number(localStorage.getItem(key));
  return kept > 0 ? bounded(kept) : first;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange);
  return () => window.removeEventListener('storage', onChange);
}

/** The inspector's width in CSS pixels; the browser keeps it. */
export function useInspectorWidth(): [number, (width: number) => void] {
  const width = useSyncExternalStore(subscribe, read, () => first);
  const keep = useCallback((next: number) => {
    localStorage.setItem(key, String(bounded(next)));
    window.dispatchEvent(new StorageEvent('storage', { key }));
  }, []);
  return [width, keep];
}
