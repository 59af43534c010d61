'use client';
import { useTranslations } from 'use-intl';

/** The marks that open and close a quote in the language of the page. */
export function useQuotes(): { open: string; close: string; quoted: (text: string) => string } {
  const t = useTranslations('shell.quotes');
  const [open, close] = [t('open'), t('close')];
  return { open, close, quoted: (text) => open + text + close };
}
