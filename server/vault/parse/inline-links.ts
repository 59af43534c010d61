import type { ParsedNotLink } from '../parsed.ts';
import { backslashesBefore, type Masked } from './mask.ts';

/** A link as it stands in a block: offsets into the note. */
export interface InlineLink {
  target: string;
  heading: string | null;
  block: string | null;
  embed: boolean;
  wiki: boolean;
  start: number;
  end: number;
  shownStart: number;
  shownEnd: number;
}

export interface InlineLinks {
  links: InlineLink[];
  notLinks: ParsedNotLink[];
}

/** Longest `[[…]]` and Markdown link that is looked for. Obsidian's own names end far earlier. */
const longest = 2_000;

/** `[[…]]` and Markdown links to notes of a masked block. `references` are the note's `[label]: target` lines. */
export function findLinks(masked: Masked, references: ReadonlyMap<string, string>): InlineLinks {
  const found: InlineLinks = { links: [], notLinks: [] };
  if (!masked.text.includes('[')) return found;
  findWikilinks(masked, found, references);
  findMarkdownLinks(masked, found, references);
  found.links.sort((a, b) => a.start - b.start);
  return found;
}

function findWikilinks(
  { text, offset }: Masked,
  found: InlineLinks,
  references: ReadonlyMap<string, string>,
): void {
  for (let at = text.indexOf('[['); at !== -1;) {
    const inner = at + 2;
    const close = text.indexOf(']]', inner);
    if (close === -1) return;
    const again = text.lastIndexOf('[[', close - 1);
    if (again > at) {
      at = again;
      continue;
    }
    const words = text.slice(inner, Math.min(close, inner + longest));
    if (close - inner > longest || words.includes('\n')) {
      at = text.indexOf('[[', inner);
      continue;
    }
    const embed = text[at - 1] === '!' && backslashesBefore(text, at - 1) % 2 === 0;
    const place = { start: offset + at - (embed ? 1 : 0), end: offset + close + 2 };
    if (backslashesBefore(text, at) % 2 === 1) found.notLinks.push({ ...place, reason: 'escaped' });
    else if (words.trim() === '') found.notLinks.push({ ...place, reason: 'empty' });
    else {
      const link = readWikilink(words, { ...place, inner: offset + inner, embed });
      if (references.size > 0) link.target = definedTarget(words, references) ?? link.target;
      found.links.push(link);
    }
    at = text.indexOf('[[', close + 2);
  }
}

function readWikilink(
  words: string,
  at: { start: number; end: number; inner: number; embed: boolean },
): InlineLink {
  const bar = words.indexOf('|');
  // in a table the bar is written `\|`
  const targetEnd = bar === -1 ? words.length : words[bar - 1] === '\\' ? bar - 1 : bar;
  const alias = bar === -1 ? '' : words.slice(bar + 1);
  const shows = alias.trim() !== '' && !(at.embed && /^\d+(?:x\d+)?$/.test(alias.trim()));
  const shownStart = shows ? bar + 1 : 0;
  const shownEnd = shows ? words.length : targetEnd;
  const { target, heading, block } = splitTarget(words.slice(0, targetEnd));
  const shown = trimmed(words, { start: shownStart, end: shownEnd, offset: at.inner });
  return {
    target,
    heading,
    block,
    embed: at.embed,
    wiki: true,
    start: at.start,
    end: at.end,
    shownStart: shown.shownStart,
    shownEnd: shown.shownEnd,
  };
}

/** Foam writes at a note's foot which file a wikilink means: `[name]: ../folder/name.md "Title"`. */
function definedTarget(words: string, references: ReadonlyMap<string, string>): string | null {
  const named = references.get(labelKey(words)) ?? references.get(labelKey(words.split(/[|#]/, 1)[0] ?? ''));
  if (named === undefined || !/\.md(?:#|$)/i.test(named) || scheme.test(named)) return null;
  const { target } = splitTarget(decode(named));
  return /^(?:\/|\.\.?\/)/.test(target) ? target : `./${target}`;
}

function trimmed(words: string, at: { start: number; end: number; offset: number }) {
  let { start, end } = at;
  while (start < end && words[start] === ' ') start += 1;
  while (end > start && words[end - 1] === ' ') end -= 1;
  return { shownStart: at.offset + start, shownEnd: at.offset + end };
}

/** `Note#A#B`, `Note#^block`: the last heading is the place; what stands before names its parents. */
export function splitTarget(written: string): Pick<InlineLink, 'target' | 'heading' | 'block'> {
  const hash = written.indexOf('#');
  if (hash === -1) return { target: written.trim(), heading: null, block: null };
  const target = written.slice(0, hash).trim();
  const place = written.slice(hash + 1).trim();
  const caret = place.lastIndexOf('^');
  if (caret === 0 || (caret > 0 && place[caret - 1] === '#')) {
    return { target, heading: null, block: place.slice(caret + 1) };
  }
  return { target, heading: place === '' ? null : place, block: null };
}

const inlineTail =
  /\((?:<([^<>\n]{0,1000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,200}\)){0,1000}))(?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|\([^)\n]{0,300}\)))?[ \t]*\)/y;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

function findMarkdownLinks(
  { text, offset }: Masked,
  found: InlineLinks,
  references: ReadonlyMap<string, string>,
): void {
  const taken = found.links.map((link) => [link.start - offset, link.end - offset] as const);
  let nextTaken = 0;
  const opened: number[] = [];
  const wordsEnd = text.length;
  for (let at = 0; at < wordsEnd; at += 1) {
    const skip = taken[nextTaken];
    if (skip && at >= skip[0]) {
      at = Math.max(at, skip[1] - 1);
      nextTaken += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x5b) opened.push(at);
    else if (code === 0x5d) {
      const open = opened.pop();
      if (open === undefined) continue;
      const link = readMarkdownLink(text, { open, close: at, offset }, references);
      if (link) {
        found.links.push(link.link);
        at = link.end - 1;
      }
    }
  }
}

function readMarkdownLink(
  text: string,
  at: { open: number; close: number; offset: number },
  references: ReadonlyMap<string, string>,
): { link: InlineLink; end: number } | null {
  const { open, close, offset } = at;
  if (close - open > longest) return null;
  const tail = readTail(text, at, references);
  if (!tail || tail.target === '' || scheme.test(tail.target) || tail.target.startsWith('//')) return null;
  const embed = text[open - 1] === '!' && backslashesBefore(text, open - 1) % 2 === 0;
  return {
    end: tail.end,
    link: {
      ...splitTarget(decode(tail.target)),
      embed,
      wiki: false,
      start: offset + open - (embed ? 1 : 0),
      end: offset + tail.end,
      shownStart: offset + open + 1,
      shownEnd: offset + close,
    },
  };
}

/** What follows the brackets: `(target "title")`, `[label]`, or the brackets' own words as a label. */
function readTail(
  text: string,
  { open, close }: { open: number; close: number },
  references: ReadonlyMap<string, string>,
): { target: string; end: number } | null {
  if (text[close + 1] === '(') {
    inlineTail.lastIndex = close + 1;
    const found = inlineTail.exec(text);
    if (found)
      return {
        target: (found[1] ?? found[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1'),
        end: inlineTail.lastIndex,
      };
  }
  if (references.size === 0) return null;
  if (text[close + 1] === '[') {
    const end = text.indexOf(']', close + 2);
    const label =
      end > close + 2 ? text.slice(close + 2, end) : end === -1 ? null : text.slice(open + 1, close);
    const target = label === null ? undefined : references.get(labelKey(label));
    if (target !== undefined) return { target, end: end + 1 };
  }
  const target = references.get(labelKey(text.slice(open + 1, close)));
  return target === undefined ? null : { target, end: close + 1 };
}

export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function decode(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
