import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { messagesFor } from '../../messages/index.ts';
import { languageCookie, languageOf } from './language.ts';
import type { Place } from './url-state.ts';

/** A place's name for the window's title, in the person's language. */
export async function titleOf(place: Place): Promise<Metadata> {
  const [asked, jar] = await Promise.all([headers(), cookies()]);
  const language = languageOf(jar.get(languageCookie)?.value, asked.get('accept-language'));
  return { title: messagesFor(language).shell.places[place] };
}
