import { messagesFor } from '../../messages/index.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import type { ExportedLink } from './exported-field.ts';
import { safeName } from './file-names.ts';
import type { NoteNames } from './note-names.ts';

/** A quote is cut at so many characters. */
const longestQuote = 400;

/** Links that were written or accepted here as a section of Markdown, each with its first quote; '' where there are none. */
export function addedLinks(
  links: readonly ExportedLink[],
  { names, language }: { names: NoteNames; language: 'ru' | 'en' },
): string {
  const words = messagesFor(language);
  const lines = new Map<string, string>();
  for (const { kind, to, evidence } of links) {
    const said = kind === 'links_to' ? '' : `${words.scene.out[kind]} `;
    const line = `- ${said}${names.linkTo(to)}`;
    const quote = evidence[0]?.text;
    lines.set(line, lines.get(line) ?? (quote ? `: ${quoted(quote, language)}` : ''));
  }
  const list = [...lines].map(([line, quote]) => `${line}${quote}\n`).join('');
  return list === '' ? '' : `## ${words.exportFiles.links}\n\n${list}`;
}

/** On one line, without links and marks of its own: they would say something where they only report. */
function quoted(text: string, language: 'ru' | 'en'): string {
  const plain = plainText(text)
    .replace(/[[\]#^`*_<>|\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...plain];
  const cut = signs.length > longestQuote ? `${signs.slice(0, longestQuote).join('')}…` : plain;
  return language === 'ru' ? `«${cut}»` : `“${cut}”`;
}

/** A note of our own begins with the scene's id, by which a reading knows it again; a title that no file can have is another name of it. */
export function noteHead({
  id,
  title,
  aliases,
}: {
  id: string;
  title: string;
  aliases: readonly string[];
}): string {
  const all = safeName(title) === title ? aliases : [...new Set([title, ...aliases])];
  const names = all.length === 0 ? [] : [`aliases: ${JSON.stringify(all)}`];
  return ['---', `uid: ${JSON.stringify(id)}`, ...names, '---', ''].join('\n');
}
