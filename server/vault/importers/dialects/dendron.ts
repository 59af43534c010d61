import { posix } from 'node:path';
import type { Rendition } from '../importer.ts';
import { readFrontmatter } from '../../parse/frontmatter.ts';
import { cutFences, outsideCode } from './outside-code.ts';

/** Ids that Dendron makes are longer; a shorter one (`root`) is every vault's. */
const shortestId = 10;

/**
 * A Dendron note: its label stands before the target (`[[label|note]]`), a reference may span headings, its title, id and description are
 * properties, and dots in its name tell what it is part of (`a.b.c` of `a.b`).
 */
export function readDendron(path: string, text: string): Rendition {
  const name = posix.basename(path, posix.extname(path));
  const { end, scalars } = readFrontmatter(text);
  const id = scalars.get('id') ?? '';
  const title = scalars.get('title') || name;
  const desc = scalars.get('desc') ?? '';
  const created = Number(scalars.get('created') ?? Number.NaN);
  const body = cutFences(text.slice(end)).map(({ lines, isCode }) =>
    isCode ? lines.join('\n') : outsideCode(lines.join('\n'), targetFirst),
  );
  return {
    path,
    text: `${text.slice(0, end)}${desc === '' ? '' : `${desc}\n\n`}${body.join('\n')}`,
    title,
    aliases: title === name ? [] : [name],
    within: ancestors(name),
    ...(id.length >= shortestId && { uid: id }),
    ...(created > 0 && { at: new Date(created).toISOString() }),
  };
}

function targetFirst(words: string): string {
  return words.replace(/\[\[([^[\]|\n]+?)(?:\|([^[\]\n]+?))?\]\]/g, (_, first: string, second?: string) => {
    const target = plainTarget(second ?? first);
    return second === undefined ? `[[${target}]]` : `[[${target}|${first.trim()}]]`;
  });
}

/** Without the vault's name, a line offset (`#heading,1`) and the end of a range (`#from:#to`), which other links have no word for. */
function plainTarget(target: string): string {
  return target
    .trim()
    .replace(/^dendron:\/\/[^/]+\//, '')
    .replace(/:#.*$/, '')
    .replace(/(#[^#]*),\d+$/, '$1')
    .replace(/#\*$/, '');
}

/** `a.b.c` → `a.b`, `a`. */
function ancestors(name: string): string[] {
  const parts = name.split('.');
  return parts
    .slice(1)
    .map((_, at) => parts.slice(0, parts.length - 1 - at).join('.'))
    .filter((part) => part !== '');
}
