import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { runTool } from '../server/boot/run-tool.mjs';
import { ingestVault, recallVault } from '../server/vault/ingest/ingest-vault.ts';
import { createVaultMemory } from '../server/vault/ingest/vault-memory.ts';
import { createSentenceReader } from '../server/vault/parse/sentences.ts';
import { parseSource } from '../server/vault/parse/parse-source.ts';
import { walkVault } from '../server/vault/walk-vault.ts';
import { type Bench, median, type Peer, target } from './result.ts';
import { compareLinks, type ComparedLinks } from './vault/count-links.ts';
import { generateVault } from './vault/generate-vault.ts';
import { readWithObsidiantools } from './vault/obsidiantools.ts';
import { openNeo4j } from './vault/open-neo4j.ts';

const changedRounds = 9;

/**
 * Reading the 6,591-note vault into an empty graph, beside obsidiantools; again with nothing changed; after one note was changed.
 * Without the shared vaults a generated one stands in. A number as parameter: generated notes instead.
 */
export const run: Bench = async ({ root, say, parameters }) => {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-vault-'));
  try {
    const folder = await findNotes(root, place, Number(parameters[0] ?? 0));
    const parsing = await compareParsing(folder);
    say(`parsing: ${(parsing.ours / 1e6).toFixed(1)} MB/s, mdast ${(parsing.mdast / 1e6).toFixed(2)} MB/s`);
    const times = await timeIngests(folder, say);
    const peer = await readWithObsidiantools(folder, say);
    const peers: Peer[] = [
      {
        name: 'parsing, mdast with GFM',
        value: parsing.mdast,
        unit: 'bytes/s',
        ratio: parsing.ours / parsing.mdast,
      },
    ];
    if (peer !== null)
      peers.push({
        name: 'obsidiantools, read',
        value: peer.seconds,
        unit: 's',
        ratio: times.cold / peer.seconds,
      });
    const links = await countLinks({ root, folder }, say);
    for (const { name, ours, theirs } of links)
      peers.push({
        name: `links counted apart, ${name}`,
        value: theirs,
        unit: 'links',
        ratio: ours / theirs,
      });
    return {
      targets: [
        target('cold', times.cold, ['s', '<=', 20]),
        ...(peer === null
          ? []
          : [target('cold, to obsidiantools', times.cold / peer.seconds, ['', '<=', 0.17])]),
        target('parsing, to mdast', parsing.ours / parsing.mdast, ['', '>=', 10]),
        target('nothing changed, to cold', times.again / times.cold, ['', '<=', 0.05]),
        target('one note changed', times.changed, ['s', '<=', 1]),
        ...links.map(({ name, theirs, differing }) =>
          target(`links that differ from a count apart, ${name}`, differing / theirs, ['', '<=', 0.01]),
        ),
      ],
      peers,
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};

/** After the timed parts: the notes that were read, and the Russian vault where it is. */
async function countLinks({ root, folder }: { root: string; folder: string }, say: (line: string) => void) {
  const russian = path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  const counted: ({ name: string } & ComparedLinks)[] = [];
  for (const [name, notes] of [['these notes', folder] as const, ['Russian vault', russian] as const]) {
    const found = existsSync(notes) ? await compareLinks({ root, folder: notes }, say) : null;
    if (found !== null) counted.push({ name, ...found });
  }
  return counted;
}

/** A copy: the vault is written to below. */
async function findNotes(root: string, place: string, generated: number): Promise<string> {
  const archive = path.join(root, '..', 'shared', 'vaults', 'obsidian-hub.tar.gz');
  const folder = path.join(place, 'notes');
  if (generated > 0 || !existsSync(archive)) {
    await generateVault({ folder, notes: generated || 6_591, seed: 'bench' });
    return folder;
  }
  await runTool('tar', ['xzf', archive, '-C', place], { folder: place });
  await cp(path.join(place, 'hub'), folder, { recursive: true });
  return folder;
}

/** Bytes a second of our parser and of mdast's over the same notes, by turns, so that both meet the same machine. */
async function compareParsing(folder: string): Promise<{ ours: number; mdast: number }> {
  const { notes } = await walkVault(folder);
  const texts = await Promise.all(notes.map(async ({ file }) => readFile(file, 'utf8')));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const sentences = createSentenceReader();
  const parsers = {
    ours: (text: string) => parseSource({ path: 'note.md', text }, sentences),
    mdast: (text: string) =>
      fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  };
  const seconds = { ours: 0, mdast: 0 };
  const parse = (name: keyof typeof parsers, some: readonly string[]) => {
    const began = performance.now();
    for (const text of some) parsers[name](text);
    seconds[name] += (performance.now() - began) / 1000;
  };
  for (const name of ['ours', 'mdast'] as const) parse(name, texts.slice(0, 500));
  Object.assign(seconds, { ours: 0, mdast: 0 });
  for (let first = 0; first < texts.length; first += 200)
    for (const name of ['ours', 'mdast'] as const) parse(name, texts.slice(first, first + 200));
  return { ours: bytes / seconds.ours, mdast: bytes / seconds.mdast };
}

async function timeIngests(folder: string, say: (line: string) => void) {
  const { graph, close } = await openNeo4j();
  try {
    const memory = createVaultMemory();
    const read = async (name: string, files?: string[]) => {
      const began = performance.now();
      const report = await ingestVault({ graph, memory }, { path: folder, name: 'bench', files });
      const seconds = (performance.now() - began) / 1000;
      const { sources, scenes, links, changed } = report;
      say(
        `${name}: ${seconds.toFixed(2)} s, ${sources} sources, ${scenes} scenes, ${links} links, ${changed} changed`,
      );
      return seconds;
    };
    const cold = await read('cold');
    const again = await read('nothing changed');
    const { notes } = await walkVault(folder);
    // as the app does it once a start is over
    await recallVault({ graph, memory }, folder);
    const changed: number[] = [];
    for (let round = 1; round <= changedRounds; round += 1) {
      const at = Math.floor((notes.length * round) / (changedRounds + 1));
      const file = notes[at]?.file ?? '';
      await appendFile(file, '\n\nOne more thought.\n');
      changed.push(await read('one note changed', [file]));
    }
    return { cold, again, changed: median(changed) };
  } finally {
    await close();
  }
}
