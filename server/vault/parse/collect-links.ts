import type { ParsedLink, ParsedNotLink } from '../parsed.ts';
import type { Frontmatter } from './frontmatter.ts';
import { findLinks, type InlineLink, labelKey } from './inline-links.ts';
import type { Masked } from './mask.ts';
import type { ReadBlock } from './read-block.ts';
import type { PlacedBlock } from './scenes.ts';
import type { Span } from './sentences.ts';

interface Input {
  text: string;
  front: Frontmatter;
  read: readonly ReadBlock[];
}

interface Definition {
  scene: number;
  links: InlineLink[];
  span: Span;
}

const reference = /\[\^([^\]\s]{1,100})\]/g;
const inlineNote = /\^\[(?:[^\][\n]|\[\[[^\][\n]{0,300}\]\]|\[[^\][\n]{0,300}\]){0,1000}\]/g;

/**
 * Every link of a note with the sentence it stands in. A link inside a footnote is a citation, and its sentence is the one that
 * refers to the footnote: once for each scene that does. A footnote's second definition is none.
 */
export function collectLinks({ text, front, read }: Input) {
  const links: ParsedLink[] = [];
  const notLinks: ParsedNotLink[] = [];
  const definitions = new Map<string, Definition>();
  const referred: { id: string; scene: number; sentence: Span }[] = [];
  if (front.body) links.push(...propertyLinks(text, front.body));
  for (const { block, masked, found, sentences } of read) {
    notLinks.push(...found.notLinks);
    if (block.type === 'definition') {
      takeDefinition(definitions, block, { links: found.links, notLinks });
      continue;
    }
    const isWhole = block.type === 'row' || block.type === 'heading';
    const sentenceAt = (at: number) => (isWhole ? undefined : spanAt(sentences(), at)) ?? wholeBlock(masked);
    const inNotes = masked.text.includes('^[') ? [...masked.text.matchAll(inlineNote)] : [];
    for (const link of found.links) {
      const at = link.start - masked.offset;
      const isNote = inNotes.some((note) => at > note.index && at < note.index + note[0].length);
      links.push(
        toLink(link, {
          scene: block.scene,
          kind: isNote ? 'cites' : 'links_to',
          sentence: sentenceAt(link.start),
        }),
      );
    }
    if (!masked.text.includes('[^')) continue;
    for (const match of masked.text.matchAll(reference)) {
      const at = masked.offset + match.index;
      referred.push({ id: labelKey(match[1] ?? ''), scene: block.scene, sentence: sentenceAt(at) });
    }
  }
  links.push(...citations(definitions, referred));
  return { links: links.sort((a, b) => a.start - b.start || a.scene - b.scene), notLinks };
}

function takeDefinition(
  definitions: Map<string, Definition>,
  block: PlacedBlock,
  found: { links: InlineLink[]; notLinks: ParsedNotLink[] },
): void {
  const id = labelKey(block.id);
  if (!definitions.has(id)) {
    definitions.set(id, {
      scene: block.scene,
      links: found.links,
      span: { start: block.text, end: block.end },
    });
    return;
  }
  for (const link of found.links) {
    if (link.wiki) found.notLinks.push({ start: link.start, end: link.end, reason: 'footnote_twice' });
  }
}

function citations(
  definitions: ReadonlyMap<string, Definition>,
  referred: readonly { id: string; scene: number; sentence: Span }[],
): ParsedLink[] {
  const byId = new Map<string, Map<number, Span>>();
  for (const { id, scene, sentence } of referred) {
    const scenes = byId.get(id) ?? new Map<number, Span>();
    if (!scenes.has(scene)) scenes.set(scene, sentence);
    byId.set(id, scenes);
  }
  const links: ParsedLink[] = [];
  for (const [id, definition] of definitions) {
    const places = byId.get(id) ?? new Map([[definition.scene, definition.span]]);
    for (const [scene, sentence] of places) {
      for (const link of definition.links) links.push(toLink(link, { scene, kind: 'cites', sentence }));
    }
  }
  return links;
}

function toLink(
  link: InlineLink,
  of: { scene: number; kind: ParsedLink['kind']; sentence: Span },
): ParsedLink {
  return {
    scene: of.scene,
    kind: of.kind,
    target: link.target.normalize('NFC'),
    heading: link.heading,
    block: link.block,
    embed: link.embed,
    wiki: link.wiki,
    start: link.start,
    end: link.end,
    shownStart: link.shownStart,
    shownEnd: link.shownEnd,
    sentenceStart: of.sentence.start,
    sentenceEnd: of.sentence.end,
  };
}

/** Obsidian links from properties, too: the note's own, with their line as the sentence. */
function propertyLinks(text: string, body: Span): ParsedLink[] {
  const words = text.slice(body.start, body.end);
  if (!words.includes('[[')) return [];
  const found = findLinks({ text: words, offset: body.start, hidden: [] }, new Map());
  return found.links
    .filter((link) => link.wiki)
    .map((link) => {
      const start = text.lastIndexOf('\n', link.start) + 1;
      const feed = text.indexOf('\n', link.end);
      return toLink(link, {
        scene: 0,
        kind: 'links_to',
        sentence: { start, end: feed === -1 ? body.end : feed },
      });
    });
}

/** `[label]: target` lines; the first of a label counts. */
export function readReferences(text: string, placed: readonly PlacedBlock[]): Map<string, string> {
  const references = new Map<string, string>();
  for (const block of placed) {
    if (block.type !== 'reference') continue;
    const found = /^\[((?:[^\]\\]|\\.)+)\]:[ \t]*(?:<([^>\n]*)>|(\S+))/.exec(
      text.slice(block.text, block.end),
    );
    const label = labelKey(found?.[1] ?? '');
    if (label !== '' && !references.has(label)) references.set(label, found?.[2] ?? found?.[3] ?? '');
  }
  return references;
}

function wholeBlock(masked: Masked): Span {
  return { start: masked.offset, end: masked.offset + masked.text.trimEnd().length };
}

/** The span that holds a place; spans are in order and do not overlap. */
function spanAt(spans: readonly Span[], at: number): Span | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (!span) return undefined;
    if (at < span.start) high = middle - 1;
    else if (at >= span.end) low = middle + 1;
    else return span;
  }
  return undefined;
}
