import { createHash } from 'node:crypto';
import type { ParsedNotLink, ParsedProblem, ParsedSource } from '../parsed.ts';
import { type Block, readBlocks } from './blocks.ts';
import { collectLinks, readReferences } from './collect-links.ts';
import { countConstructs } from './constructs.ts';
import { type Frontmatter, readFrontmatter } from './frontmatter.ts';
import { findBoldNames, findCodeNames, findTags } from './mentions.ts';
import { readPassages } from './passages.ts';
import { firstWords } from './plain-text.ts';
import { type ReadBlock, readBlock } from './read-block.ts';
import { type PlacedBlock, readScenes } from './scenes.ts';
import { createSentenceReader, type SentenceReader } from './sentences.ts';
import { findTurns, type Turn, utc } from './turns.ts';

export interface SourceFile {
  /** relative to the vault, `/` between parts, NFC */
  path: string;
  /** decoded, without a byte-order mark */
  text: string;
  bytes?: number;
  mtimeMs?: number;
  encoding?: string;
  /** what reading the file already found */
  problems?: ParsedProblem[];
  /** what an importer knows beside the words: see Rendition */
  title?: string;
  aliases?: string[];
  names?: string[];
  within?: string[];
  uid?: string | null;
  at?: string | null;
  turns?: Turn[];
}

const verbatim = new Set<PlacedBlock['type']>(['code', 'html', 'comment', 'math', 'reference']);

/** One note as plain data. Pure: the same text gives the same result. Pass a `sentences` reader of your own when parsing many. */
export function parseSource(
  file: SourceFile,
  sentences: SentenceReader = createSentenceReader(),
): ParsedSource {
  const { path, text } = file;
  const stem = (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');
  const name = firstWords(file.title ?? stem);
  const front = readFrontmatter(text);
  const blocks = readBlocks(text, front.end);
  const turns = file.turns ?? turnsIn(text, blocks);
  const { scenes, placed } = readScenes(text, { name, blocks, turns });
  const tools = { references: readReferences(text, placed), sentences };
  const read = placed
    .filter((block) => !verbatim.has(block.type))
    .map((block) => readBlock(text, block, tools));
  const links = collectLinks({ text, front, read });
  const mentions = collectMentions(text, front, read);
  for (const { block, masked } of read) {
    const tail = masked.text.slice(-200);
    if (!tail.includes('^')) continue;
    const id = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(tail)?.[1];
    if (id !== undefined) scenes[block.scene]?.blocks.push(id);
  }
  const parsed = {
    path,
    name,
    title: name,
    hash: createHash('sha256').update(text).digest('hex'),
    bytes: file.bytes ?? Buffer.byteLength(text),
    mtimeMs: file.mtimeMs ?? 0,
    encoding: file.encoding ?? 'utf-8',
    text,
    aliases: [...new Set([...front.aliases, ...(file.aliases ?? [])].filter((alias) => alias !== name))],
    ...(file.names && { names: file.names }),
    ...(file.within && { within: file.within }),
    tags: [...new Set(mentions.filter((mention) => mention.from === 'tag').map((mention) => mention.name))],
    uid: file.uid ?? front.uid,
    ...readTime(
      { ...front, at: file.at ?? front.at },
      scenes.find((scene) => scene.kind === 'turn')?.at ?? null,
      { names: [stem, name], mtimeMs: file.mtimeMs },
    ),
    scenes,
    passages: readPassages(text, placed, read),
    links: links.links,
    mentions,
    notLinks: [...links.notLinks, ...hiddenLinks(text, placed, read)].sort((a, b) => a.start - b.start),
    problems: [...(file.problems ?? []), ...front.problems],
  };
  return { ...parsed, constructs: countConstructs(parsed, placed) };
}

/** A Nexus note's own turns: each begins with a callout. */
function turnsIn(text: string, blocks: readonly Block[]): Turn[] {
  const callouts = new Set(blocks.filter((block) => block.type === 'callout').map((block) => block.line));
  return findTurns(text).filter((turn) => callouts.has(turn.start));
}

function collectMentions(text: string, front: Frontmatter, read: readonly ReadBlock[]) {
  const ofNote = front.tags.map((tag) => ({ ...tag, from: 'tag' as const, scene: 0 }));
  const inBlocks = read.flatMap(({ block, masked }) => {
    if (block.isTurnHeader) return [];
    const names = block.type === 'heading' ? [] : findBoldNames(masked);
    return [...findTags(masked), ...findCodeNames(text, masked.hidden), ...names]
      .sort((a, b) => a.start - b.start)
      .map((mention) => ({ scene: block.scene, ...mention }));
  });
  return [...ofNote, ...inBlocks].map(({ scene, name, from, start, end }) => ({
    scene,
    name,
    from,
    start,
    end,
  }));
}

/** `[[…]]` in code, remarks and HTML: named in the report, so that nothing found is lost without a word. */
function hiddenLinks(
  text: string,
  placed: readonly PlacedBlock[],
  read: readonly ReadBlock[],
): ParsedNotLink[] {
  const spans = [
    ...placed.flatMap((block) =>
      block.type === 'code' || block.type === 'html' || block.type === 'comment' || block.type === 'math'
        ? [{ start: block.start, end: block.end, reason: block.type }]
        : [],
    ),
    ...read.flatMap(({ masked }) => masked.hidden),
  ];
  return spans.flatMap(({ start, end, reason }) => {
    const words = text.slice(start, end);
    if (!words.includes('[[')) return [];
    return Array.from(words.matchAll(/!?\[\[[^[\]\n]{1,500}\]\]/g), (found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
      reason,
    }));
  });
}

/** A note's own date: a property, its first turn, a date in its name, else the file's time. */
function readTime(
  front: Frontmatter,
  turnAt: string | null,
  file: { names: readonly string[]; mtimeMs: number | undefined },
): Pick<ParsedSource, 'at' | 'atFrom'> {
  if (front.at) return { at: front.at, atFrom: 'property' };
  if (turnAt) return { at: turnAt, atFrom: 'turn' };
  const named = /(?<!\d)(\d{4})[-._](\d{2})[-._](\d{2})(?!\d)/.exec(file.names.join('\n'));
  const inName = named ? utc([Number(named[1]), Number(named[2]), Number(named[3])]) : null;
  if (inName) return { at: inName, atFrom: 'name' };
  if (!file.mtimeMs) return { at: null, atFrom: null };
  return { at: new Date(file.mtimeMs).toISOString(), atFrom: 'file' };
}
