import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importerOf } from '../importers/index.ts';
import { parseSource } from '../parse/parse-source.ts';
import type { ParsedSource } from '../parsed.ts';
import { resolveLinks } from '../resolve/resolve-links.ts';

const folder = import.meta.dirname;

/** What a reader of the golden file can check by eye: words instead of offsets. */
function view(source: ParsedSource) {
  const slice = (start: number, end: number) => source.text.slice(start, end);
  const ends = (start: number, end: number) => `${slice(start, start + 24)} … ${slice(Math.max(start, end - 24), end)}`;
  return {
    aliases: source.aliases,
    tags: source.tags,
    at: [source.at, source.atFrom],
    scenes: source.scenes.map((scene) => ({
      is: [scene.kind, scene.level, scene.parent, scene.title].join(' · '),
      ends: ends(scene.start, scene.end),
      ...(scene.uid !== null && { turn: [scene.uid, scene.speaker, scene.speakerRole, scene.at].join(' · ') }),
      ...(scene.blocks.length > 0 && { blocks: scene.blocks }),
    })),
    passages: source.passages.map(({ scene, start, end }) => `${scene}: ${slice(start, end)}`),
    links: source.links.map((link) => ({
      is: [link.scene, link.kind, link.target, link.heading, link.block, link.embed ? 'embed' : ''].join(' · '),
      written: slice(link.start, link.end),
      shown: slice(link.shownStart, link.shownEnd),
      sentence: slice(link.sentenceStart, link.sentenceEnd),
    })),
    mentions: source.mentions.map(({ scene, name, from, start, end }) => `${scene} ${from} ${name} = ${slice(start, end)}`),
    notLinks: source.notLinks.map(({ start, end, reason }) => `${reason} ${slice(start, end)}`),
    problems: source.problems,
  };
}

/** The one file beside `output.json`, as its importer reads it (a file that holds many gives a list), or a whole vault with where its links lead. */
async function readInput(name: string) {
  if (existsSync(path.join(folder, name, 'vault'))) return readWhole(path.join(folder, name, 'vault'));
  const file = readdirSync(path.join(folder, name)).find((entry) => entry !== 'output.json') ?? '';
  const inVault = file.startsWith('input.') ? `golden/${name}${path.extname(file)}` : `golden/${file}`;
  const views = (await readFileOf(path.join(folder, name, file), inVault)).map(view);
  return views.length === 1 ? views[0] : views;
}

async function readWhole(root: string) {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();
  const sources: ParsedSource[] = [];
  for (const file of files.filter((name) => !name.startsWith('.') && importerOf(name) !== null))
    sources.push(...(await readFileOf(path.join(root, file), file)));
  const { links, missing, reported } = resolveLinks(sources);
  const written = ({ source, link }: { source: number; link: { start: number; end: number } }) =>
    `${sources[source]?.path}: ${sources[source]?.text.slice(link.start, link.end)}`;
  return {
    sources: Object.fromEntries(sources.map((source) => [source.path, { text: source.text.split('\n'), ...view(source) }])),
    links: links.map((link) => {
      const target = sources[link.to.source];
      const part = link.to.scene > 0 ? ` › ${target?.scenes[link.to.scene]?.title}` : '';
      return `${written(link)} → ${target?.path}${part}`;
    }),
    missing: missing.map(({ title, calls }) => `${title} ← ${calls.map(written).join(', ')}`),
    reported: reported.map(({ source, reason, ...link }) => `${reason} ${written({ source, link })}`),
  };
}

async function readFileOf(file: string, inVault: string): Promise<ParsedSource[]> {
  const bytes = readFileSync(file).length;
  const sources: ParsedSource[] = [];
  for await (const rendition of importerOf(inVault)?.read({ path: inVault, file, bytes, mtimeMs: 0 }) ?? [])
    sources.push(parseSource({ bytes, ...rendition }));
  return sources;
}

describe('a file as plain data', () => {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    it(`reads ${name} as written down`, async () => {
      const output = path.join(folder, name, 'output.json');
      const found = `${JSON.stringify(await readInput(name), null, 2)}\n`;
      if (!existsSync(output) && process.env['CI'] === undefined) writeFileSync(output, found);
      expect(found).toBe(readFileSync(output, 'utf8'));
    });
  }
});
