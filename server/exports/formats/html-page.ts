import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { messagesFor } from '../../../messages/index.ts';
import { projectRoot } from '../../boot/project-root.ts';
import type { ExportedField } from '../exported-field.ts';
import type { ExportFormat } from '../export-format.ts';

/** A page with more text than this opens slowly: then it holds the map, the titles and the links. UTF-16 units. */
const mostText = 20_000_000;

/** One file that opens in any browser, without a network: the map, the list of scenes, their texts and links. */
export const htmlPage: ExportFormat = {
  ending: '.html',
  isFolder: false,
  needsText: true,
  files: (field) => [{ path: '', text: write(field) }],
};

function* write(field: ExportedField): Generator<string> {
  const folder = path.join(projectRoot(), 'server', 'exports', 'html');
  const script = readFileSync(path.join(folder, 'viewer.mjs'), 'utf8');
  const style = readFileSync(path.join(folder, 'viewer.css'), 'utf8');
  // Only these two run or style anything, and nothing is fetched: whatever a title says stays words.
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const words = messagesFor(field.language).exportFiles.html;
  const counts = `${words.scenes}: ${field.scenes.length} · ${words.links}: ${field.links.length}`;
  yield `<!doctype html>
<html lang="${field.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Scenefield">
<title>${inHtml(field.title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1 dir="auto">${inHtml(field.title)}</h1><span class="counts">${counts}</span></header>
<main>
<canvas id="map" tabindex="0" role="application" aria-label="${inHtml(words.map)}"></canvas>
<button id="fit" type="button">${inHtml(words.all)}</button>
<span id="probe" hidden></span>
</main>
<aside>
<div id="list">
<input id="search" type="search" aria-label="${inHtml(words.search)}" placeholder="${inHtml(words.search)}">
<h3>${inHtml(words.regions)}</h3>
<ul id="regions"></ul>
<h3>${inHtml(words.scenes)}</h3>
<ul id="rows"></ul>
<p id="more" class="faint"></p>
</div>
<div id="scene" hidden></div>
</aside>
<script type="application/json" id="field">`;
  yield* data(field, words);
  yield `</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

function* data(
  { title, scenes, links, regions, language }: ExportedField,
  words: Record<string, string>,
): Generator<string> {
  const regionAt = new Map(regions.map(({ id }, index) => [id, index]));
  const sceneAt = new Map(scenes.map(({ id }, index) => [id, index]));
  const isTooMuch = scenes.reduce((sum, { text }) => sum + (text?.length ?? 0), 0) > mostText;
  const relation = messagesFor(language).scene.out;
  yield `{"title":${inScript(title)},"words":${inScript(words)},"regions":${inScript(regions.map(({ name, hue }) => ({ name, hue })))},"scenes":[`;
  let between = '';
  for (const scene of scenes) {
    const { id, title: called, state, x, y, degree, text } = scene;
    const region = regionAt.get(scene.regionId ?? '') ?? -1;
    yield `${between}${inScript({ id, title: called, state, region, x, y, degree, text: isTooMuch ? null : withoutProperties(text) })}`;
    between = ',\n';
  }
  yield '],"links":[';
  between = '';
  for (const { from, to, kind, origins, evidence } of links) {
    const said = kind === 'links_to' ? '' : relation[kind];
    const quotes = evidence.map(({ text }) => text);
    const ends = { from: sceneAt.get(from), to: sceneAt.get(to) };
    yield `${between}${inScript({ ...ends, relation: said, isAdded: !origins.includes('vault'), evidence: quotes })}`;
    between = ',\n';
  }
  yield ']}';
}

/** Properties are for programs; the page shows words. */
function withoutProperties(text: string | null): string | null {
  return text?.replace(/^---\r?\n[\s\S]*?\n---[^\S\n]*(\r?\n|$)/, '') ?? null;
}

/** JSON in which nothing ends the element that holds it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function inHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll('\0', '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
