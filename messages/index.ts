import * as en from './en/index.ts';
import * as ru from './ru/index.ts';

/** The shape of all words: every key of one language is in the other. */
export type Messages = typeof ru;

// Plain objects: a page's server may hand nothing else to its client.
const byLanguage: Record<'ru' | 'en', Messages> = { ru: { ...ru }, en: { ...en } };

/** All words of one language, page and command alike. */
export function messagesFor(language: 'ru' | 'en'): Messages {
  return byLanguage[language];
}
