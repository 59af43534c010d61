'use client';
import { useIsMutating } from '@tanstack/react-query';
import { useEffect } from 'react';
import { decisionScope } from '../_shell/undo.tsx';

/** How many decisions are on their way; they are written one after another. A window that is closed meanwhile would drop them: the browser asks first. */
export function useWaitingDecisions(): number {
  const waiting = useIsMutating({ predicate: ({ options }) => options.scope?.id === decisionScope.id });
  const isWaiting = waiting > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isWaiting]);
  return waiting;
}
