'use client';
import { useRouter } from 'next/navigation';

/** Goes to a kept view. */
export function useVisit() {
  const router = useRouter();
  const addressOf = (text: string) => (text === whole ? '/field' : `/field?${text}`);
  return {
    visit: (text: string) => router.push(addressOf(text)),
    /** what can be sent to another window */
    linkOf: (text: string) => new URL(addressOf(text), window.location.href).href,
  };
}

/** The text of a view that shows the field as it opens: a kept text is never empty. */
export const whole = 'table=false';
