// @ts-check
import { boot as english } from '../../messages/en/boot.mjs';
import { boot as russian } from '../../messages/ru/boot.mjs';

/** @typedef {'ru' | 'en'} Language */

/** @param {Language} language */
export function wordsIn(language) {
  return language === 'ru' ? russian : english;
}

/**
 * `SCENEFIELD_LANG`, else the terminal's own.
 * @param {Record<string, string | undefined>} env
 * @returns {Language}
 */
export function terminalLanguage(env) {
  const said = env['SCENEFIELD_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return said.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/**
 * `SCENEFIELD_LANG`, else what the browser prefers of the two.
 * @param {Record<string, string | undefined>} env
 * @param {string | undefined} accept the Accept-Language header
 * @returns {Language}
 */
export function pageLanguage(env, accept) {
  if (env['SCENEFIELD_LANG']) return terminalLanguage(env);
  const preferred = (accept ?? '').toLowerCase().match(/\b(ru|en)\b/);
  return preferred?.[0] === 'ru' ? 'ru' : 'en';
}

/**
 * `{name}` in a sentence is replaced by its value.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
