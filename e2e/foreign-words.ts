import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { messagesFor } from '../messages/index.ts';
import type { Language } from './words.ts';

/** Letters of the other language: none of them may stand in the interface's own words. */
const foreign: Record<Language, RegExp> = {
  ru: /^[a-z]+(?:['’-][a-z]+)*$/i,
  en: /^[а-яё]+(?:-[а-яё]+)*$/i,
};

/** What models and licences are called in every language. */
const names = new Set(['qwen', 'mit']);

/** Words in the letters of the other language that are neither the notes' nor this language's own messages'. */
export async function foreignWords(
  page: Page,
  language: Language,
  ofNotes: ReadonlySet<string>,
): Promise<string[]> {
  const own = wordsIn(JSON.stringify(messagesFor(language)));
  const seen = wordsIn((await page.evaluate(readInterface)).join('\n'));
  const known = (word: string) => own.has(word) || ofNotes.has(word) || names.has(word);
  return [...seen].filter((word) => foreign[language].test(word) && !known(word));
}

/** Every word of a folder of notes, of their names and of the folder's. */
export async function wordsOfNotes(folder: string): Promise<Set<string>> {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.md')).map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  return wordsIn(
    [path.basename(folder), ...names.map((name) => name.replace(/\.md$/, '')), ...texts].join('\n'),
  );
}

/** Runs of letters, small. A figure, a slash, a dot or a line within makes a run a name (a path, a model, a version) and no word. */
function wordsIn(text: string): Set<string> {
  const runs = text.split(/[\s«»“”„"()[\]{}<>,;!?…·→|*`\\]+/).filter((run) => !/[\d/_]|\.\p{L}/u.test(run));
  const words = runs.map((run) => run.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').toLowerCase());
  return new Set(words.filter((word) => word.length > 1));
}

/** Runs in the page: texts in sight, and the names that only a reader of the screen hears. Keys and what is typed as code are no words. */
function readInterface(): string[] {
  const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'aria-valuetext'];
  const texts = [document.title];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('kbd, code, pre, script, style, noscript, [hidden]') !== null) continue;
    if (!element.checkVisibility()) continue;
    for (const name of spoken) texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
  }
  return texts;
}
