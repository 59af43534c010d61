import { posix } from 'node:path';
import type { Rendition } from '../importer.ts';
import { readFrontmatter } from '../../parse/frontmatter.ts';
import { firstWords, plainText } from '../../parse/plain-text.ts';

/** A Foam note is called by its `title`, else by its first heading; its words are Markdown as it is. */
export function readFoam(path: string, text: string): Rendition {
  const name = posix.basename(path, posix.extname(path));
  const { end, scalars } = readFrontmatter(text);
  const heading = /^# +([^\n]+)$/m.exec(text.slice(end))?.[1] ?? '';
  const title = scalars.get('title') || firstWords(plainText(heading)) || name;
  return { path, text, title, aliases: title === name ? [] : [name] };
}
