'use client';
import { useRouter } from 'next/navigation';
import { useDialog } from '../_shell/url-state.ts';

/** Goes to a kept view. */
export function useVisit() {
  const router = useRouter();
  const [, setDialog] = useDialog();
  const addressOf = (text: string) => (text === whole ? '/field' : `/field?${text}`);
  return {
    async visit(text: string): Promise<void> {
      // the address without the dialog would be written over the way there
      await setDialog(null);
      router.push(addressOf(text));
    },
    /** what can be sent to another window */
    linkOf: (text: string) => new URL(addressOf(text), window.location.href).href,
  };
}

/** The text of a view that shows the field as it opens: a kept text is never empty. */
export const whole = 'table=false';
