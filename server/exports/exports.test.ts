import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { ExportFormatName } from '../../graph-schema/views/export-view.ts';
import type { ExportedField } from './exported-field.ts';
import { createUniquePaths, safeName, safePath } from './file-names.ts';
import { additionsOf } from './formats/additions.ts';
import { formats } from './formats/index.ts';
import { nastyField, nastyTitles } from './testing/nasty-field.ts';
import { zipped } from './write-zip.ts';

const field = nastyField();

/** The bytes as a file has them, read again. */
function written(name: ExportFormatName, of: ExportedField = field): Record<string, string> {
  return Object.fromEntries(
    [...formats[name].files(of)].map(({ path, text }) => [path, Buffer.from([...text].join('')).toString()]),
  );
}

function one(name: ExportFormatName, of?: ExportedField): string {
  return written(name, of)[''] ?? '';
}

/** What XML cannot hold is left out. */
function inXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- just these
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]/g, '');
}

test('graphology reads the GraphML back: every scene, every link, every title', () => {
  const graph = graphml.parse(MultiDirectedGraph, one('graphml'));
  expect(graph.order).toBe(field.scenes.length);
  expect(graph.size).toBe(field.links.length);
  for (const { id, title, x, y, degree } of field.scenes)
    expect(graph.getNodeAttributes(id)).toMatchObject({ title: inXml(title), x, y, degree });
  const between = graph.edges('id 4 <&"', 'own-4').map((edge) => graph.getEdgeAttributes(edge));
  expect(between.find(({ relation }) => relation === 'leads_to')).toMatchObject({
    evidence: inXml(nastyTitles[4]),
  });
});

test('graphology reads the GEXF back with places, colours and titles', () => {
  const graph = gexf.parse(MultiDirectedGraph, one('gexf'));
  expect([graph.order, graph.size]).toEqual([field.scenes.length, field.links.length]);
  for (const { id, title, x, y } of field.scenes)
    expect(graph.getNodeAttributes(id)).toMatchObject({ label: inXml(title), x, y: -y });
  expect(graph.getNodeAttribute('own-1', 'color')).toBe('rgb(79,140,65)');
});

test('a CSV parser reads scenes and links back; what begins like a formula is shown and not run', () => {
  const files = written('csv');
  const read = (name: string) =>
    z
      .array(z.record(z.string(), z.string()))
      .parse(parseCsv(files[name] ?? '', { bom: true, columns: true }));
  const scenes = read('scenes.csv');
  expect(scenes.map(({ title }) => title)).toEqual(
    field.scenes.map(({ title }) => (title.startsWith('=') ? `'${title}` : title)),
  );
  expect(read('links.csv')).toHaveLength(field.links.length);
  expect(read('links.csv')[8]?.['evidence']).toBe(nastyTitles[4]);
  expect(read('regions.csv')).toEqual([
    { id: 'r"1', name: nastyTitles[3], hue: '140', scenes: '24', describes: '<b>; a,b' },
  ]);
});

/** https://jsoncanvas.org/spec/1.0, word for word: nothing more may stand there. */
const side = z.enum(['top', 'right', 'bottom', 'left']);
const color = z.string().regex(/^(#[0-9a-f]{6}|[1-6])$/);
const place = {
  id: z.string(),
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  color: color.optional(),
};
const Canvas = z.strictObject({
  nodes: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ ...place, type: z.literal('text'), text: z.string() }),
      z.strictObject({ ...place, type: z.literal('file'), file: z.string(), subpath: z.string().optional() }),
      z.strictObject({ ...place, type: z.literal('group'), label: z.string().optional() }),
    ]),
  ),
  edges: z.array(
    z.strictObject({
      id: z.string(),
      fromNode: z.string(),
      toNode: z.string(),
      fromSide: side.optional(),
      toSide: side.optional(),
      label: z.string().optional(),
      color: color.optional(),
    }),
  ),
});

test('the canvas keeps to its specification; no card lies on another, and each in its group', () => {
  const { nodes, edges } = Canvas.parse(JSON.parse(one('canvas')));
  expect(nodes).toHaveLength(field.scenes.length + 1);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  const ids = new Set(nodes.map(({ id }) => id));
  expect(edges.every(({ fromNode, toNode }) => ids.has(fromNode) && ids.has(toNode))).toBe(true);
  const cards = nodes.filter(({ type }) => type !== 'group');
  const group = nodes.find(({ type }) => type === 'group');
  for (const a of cards)
    for (const b of cards)
      if (a.id < b.id)
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true); // prettier-ignore
  const inside = cards.filter(
    (card) => group && card.y >= group.y && card.y + card.height <= group.y + group.height,
  );
  expect(inside).toHaveLength(24);
});

test('groups of a canvas never overlap, however close their regions are', () => {
  const scenes = [0, 1, 2, 3, 4, 5].flatMap((region) =>
    Array.from({ length: 3 + region * 9 }, (_, index) => ({
      ...field.scenes[0]!, // oxlint-disable-line no-non-null-assertion -- there is one
      id: `${region}.${index}`,
      regionId: `r${region}`,
      x: region * 3 + index,
      y: region * region - index,
    })),
  );
  const regions = [0, 1, 2, 3, 4, 5].map((region) => ({
    id: `r${region}`,
    name: 'R',
    hue: 60 * region,
    describes: [],
  }));
  const { nodes } = Canvas.parse(JSON.parse(one('canvas', { ...field, scenes, regions, links: [] })));
  const groups = nodes.filter(({ type }) => type === 'group');
  expect(groups).toHaveLength(6);
  for (const a of groups)
    for (const b of groups)
      if (a.id < b.id)
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true); // prettier-ignore
});

test('a folder of notes: every note under a name that any system takes, its words as they were, uid on what was written here', () => {
  const files = written('markdown');
  const paths = Object.keys(files);
  // all but the missing scene, and the regions
  expect(paths).toHaveLength(field.scenes.length);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  for (const path of paths) {
    expect(Buffer.byteLength(path)).toBeLessThan(250);
    // oxlint-disable-next-line no-control-regex -- no system takes these
    expect(path).not.toMatch(/[\u0000-\u001f<>:"\\|?*]|(^|\/)\.|\/\//);
  }
  for (const [path, text] of Object.entries(files)) {
    const tree = fromMarkdown(text, { extensions: [frontmatter(['yaml'])], mdastExtensions: [frontmatterFromMarkdown(['yaml'])] }); // prettier-ignore
    const head = tree.children[0]?.type === 'yaml' ? parseYaml(tree.children[0].value) : null;
    if (path.startsWith('folder/')) expect(head).toBeNull();
    else if (path !== 'Области.md') expect(head).toMatchObject({ uid: expect.stringMatching(/^own-/) });
  }
  expect(files['folder/note 4.md']?.startsWith(`# Note 4\n\n${nastyTitles[4]}\n`)).toBe(true);
});

test('for my vault: links note by note in code, new notes with their uid, names that no other note has', () => {
  const files = written('additions');
  expect(files['CON.md']).toBeUndefined();
  const page = files['Связи для вставки.md'] ?? '';
  expect(page).toContain('## folder/note 4.md');
  const links = fromMarkdown(page).children.filter(({ type }) => type === 'code');
  expect(links).toHaveLength(nastyTitles.length);
  const additions = additionsOf(field);
  expect(additions.filter(({ path }) => path === null)).toHaveLength(nastyTitles.length);
  // one link a line, whatever the quote holds
  for (const { markdown, path } of additions)
    if (path !== null) expect(markdown.trim().split('\n')).toHaveLength(3);
});

test('the page holds its data as data: no title ends the element, runs, or loads anything', () => {
  const page = one('html');
  const json = /<script type="application\/json" id="field">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  expect(json).not.toMatch(/[<>]/);
  const data = z.object({ scenes: z.array(z.object({ title: z.string() })) }).parse(JSON.parse(json));
  expect(data.scenes.map(({ title }) => title)).toEqual(field.scenes.map(({ title }) => title));
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/(src|href)=/);
});

test('the same field gives the same bytes; a zip of them is read back', () => {
  for (const name of ['csv', 'markdown', 'additions'] as const) {
    const zip = () => Buffer.concat([...zipped(formats[name].files(field))]);
    expect(zip().equals(zip())).toBe(true);
    const files = Object.entries(unzipSync(zip())).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString(),
    ]);
    expect(Object.fromEntries(files)).toEqual(written(name));
  }
});

test('file names: safe, short, once each', () => {
  expect(safeName('a/b\\c:d')).toBe('a b c d');
  expect(safeName('con')).toBe('_con');
  expect(safeName(' .. ')).toBe('_');
  expect(Buffer.byteLength(safeName('🪐'.repeat(500)))).toBeLessThanOrEqual(120);
  expect(safePath('../../x/./y.md')).toBe('x/y.md');
  const unique = createUniquePaths();
  expect([unique('A', '.md'), unique('a', '.md'), unique('A', '.md')]).toEqual(['A.md', 'a 2.md', 'A 3.md']);
});
