'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** The newest value for callbacks that live longer than a rendering. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
