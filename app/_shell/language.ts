import type { Language } from '../../graph-schema/views/settings-view.ts';

export const languageCookie = 'scenefield-language';

/** What the person chose, else what the browser asks for. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  if (chosen === 'ru' || chosen === 'en') return chosen;
  const first = (accepted ?? '').split(',', 1)[0]?.trim().toLowerCase() ?? '';
  return /^(ru|be|kk|uk)\b/.test(first) ? 'ru' : 'en';
}

/** Kept for a year, so that the first paint is already in the right language. */
export function keepLanguage(language: Language): void {
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Strict`;
}
