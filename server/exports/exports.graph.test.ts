import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commitChange } from '../changes/commit-change.ts';
import { createField } from '../field/create-field.ts';
import { writeField } from '../field/testing/small-field.ts';
import { splitStatements } from '../graph/split-statements.ts';
import { migrate } from '../graph/migrate.ts';
import { eraseSchema } from '../graph/testing/erase-schema.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { askScenes } from './ask-scenes.ts';
import { readExportFolder } from './export-folder.ts';
import { type ExportInput, exportWork } from './export-work.ts';
import { additionsOf } from './formats/additions.ts';
import { cypherScript } from './formats/cypher-script.ts';
import { readExported } from './read-exported.ts';
import { nastyField } from './testing/nasty-field.ts';
import {
  countAll,
  dropFirstChange,
  linksMade,
  twoScenes,
  scenesMade,
  writeSourceText,
  writeVault,
} from './testing/exports-testing.cypher.ts';

let graph: TestGraph;
let folder: string;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  folder = await mkdtemp(path.join(tmpdir(), 'scenefield-exports-'));
  return () => rm(folder, { recursive: true, force: true });
});

async function runScript(text: string): Promise<void> {
  for (const statement of splitStatements(text)) await graph.write((tx) => tx.run(statement));
}

test('the Cypher script makes the same graph in a real Neo4j, whatever titles hold, and run again changes nothing', async () => {
  // A Neo4j of somebody's own, without our indexes: these take no title of 5,000 letters.
  await eraseSchema(graph);
  const field = nastyField();
  const [file] = cypherScript.files(field);
  const script = Buffer.from([...(file?.text ?? [])].join('')).toString();
  await runScript(script);
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const scenes = await graph.read((tx) => tx.run(scenesMade));
  expect(scenes).toEqual(
    byId(field.scenes).map(({ id, title, aliases, x, y, regionId, concepts }) => ({
      id,
      title,
      aliases,
      x,
      y,
      regions: field.regions.filter((region) => region.id === regionId).map(({ name }) => name),
      concepts: expect.arrayContaining([...concepts]),
    })),
  );
  const links = await graph.read((tx) => tx.run(linksMade));
  expect(links).toHaveLength(field.links.length);
  for (const { from, kind, to, origins, count, evidence } of field.links)
    expect(links).toContainEqual({
      from,
      kind,
      to,
      origins,
      count,
      evidence: evidence.map(({ text }) => text),
    });
  const before = await graph.read((tx) => tx.run(countAll));
  await runScript(script);
  expect(await graph.read((tx) => tx.run(countAll))).toEqual(before);
  await eraseSchema(graph);
  await migrate(graph);
});

const context = () => ({ id: 'job', signal: new AbortController().signal, report: () => undefined });

function run(more: Partial<ExportInput>, signal?: AbortSignal) {
  const work = exportWork({
    graph,
    field: createField({ graph }),
    downloads: path.join(folder, 'downloads'),
  });
  const input: ExportInput = {
    selection: { what: 'all' },
    format: 'graphml',
    language: 'ru',
    target: { to: 'download' },
    ...more,
  };
  return work(input, { ...context(), ...(signal && { signal }) });
}

/** A link that a person wrote from one note to another, and a scene of their own. */
async function writeByHand(): Promise<void> {
  // The small field's change is not of the log's counting.
  await graph.write((tx) => tx.run(dropFirstChange));
  await graph.write((tx) =>
    commitChange(tx, {
      kind: 'edit',
      values: {},
      steps: [
        {
          type: 'hold_node',
          node: { label: 'Scene', id: 'mine' },
          props: {
            id: 'mine',
            title: 'Своё: о тишине',
            kind: 'written',
            state: 'present',
            origin: 'person',
            aliases: [],
            rootId: 'mine',
            body: 'Тишина держит звук.',
          },
          holder: 'person',
        },
        {
          type: 'hold_link',
          link: {
            kind: 'leads_to',
            origin: 'person',
            from: { label: 'Scene', id: 'Сад1' },
            to: { label: 'Scene', id: 'mine' },
          },
          props: { id: 'l-mine', origin: 'person' },
          holder: 'person',
        },
      ],
    }),
  );
}

test('what leaves: all, a region, a vault, around a scene, the scenes named; an empty choice is said', async () => {
  await writeField(graph);
  await graph.write((tx) => tx.run(writeSourceText, { id: 'sСад1', text: 'Сад1: весь текст' }));
  const field = createField({ graph });
  const read = (selection: ExportInput['selection']) =>
    readExported({ graph, field }, { selection, language: 'ru', withText: true, isOwnOnly: false });
  const all = await read({ what: 'all' });
  expect(all.scenes).toHaveLength(20);
  expect(all.links).toHaveLength(18);
  expect(all.scenes.find(({ id }) => id === 'Сад1')?.text).toBe('Сад1: весь текст');
  expect(all.links[0]?.evidence[0]?.text).toBeTruthy();
  const around = await read({ what: 'around', sceneId: 'missing', depth: 1 });
  expect(around.scenes.map(({ id }) => id)).toEqual(['missing', 'Оркестр3', 'Сад0']);
  const named = await read({ what: 'scenes', ids: ['lone', 'Сад1'] });
  expect(named.links).toEqual([]);
  await expect(read({ what: 'region', regionId: 'none' })).rejects.toMatchObject({ code: 'export_empty' });
  await graph.empty();
  field.invalidate();
  await expect(read({ what: 'all' })).rejects.toMatchObject({ code: 'export_empty' });
});

test('a job writes one whole file; a cancelled one leaves none', async () => {
  await writeField(graph);
  const report = await run({ format: 'graphml' });
  expect(report).toMatchObject({ scenes: 20, links: 18, files: 1 });
  const [name = ''] = await readdir(path.join(folder, 'downloads', 'job'));
  expect(await readFile(path.join(folder, 'downloads', 'job', name), 'utf8')).toContain('</graphml>');
  const target = path.join(folder, 'cut.graphml');
  const cut = run({ target: { to: 'path', path: target } }, AbortSignal.abort());
  await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
  expect((await readdir(folder)).filter((one) => one.startsWith('cut'))).toEqual([]);
});

test('into a folder: nothing there is replaced, nothing lands outside of it, and the second time nothing is new', async () => {
  await writeField(graph);
  const notes = path.join(folder, 'notes');
  const into = { format: 'markdown', target: { to: 'path', path: notes } } as const;
  expect(await run(into)).toMatchObject({ files: 19, kept: [] });
  await writeFile(path.join(notes, 'Zyxwv.md'), 'мои слова');
  expect(await run(into)).toMatchObject({ files: 0, kept: expect.arrayContaining(['Zyxwv.md']) });
  expect(await readFile(path.join(notes, 'Zyxwv.md'), 'utf8')).toBe('мои слова');
  const other = path.join(folder, 'other');
  await run({ ...into, target: { to: 'path', path: other } });
  await rm(path.join(other, 'Сад'), { recursive: true });
  await symlink(folder, path.join(other, 'Сад'));
  await expect(run({ ...into, target: { to: 'path', path: other } })).rejects.toMatchObject({
    code: 'file_unreadable',
  });
});

test('for my vault: links to paste and new notes, only what was accepted or written here', async () => {
  await writeField(graph);
  await expect(run({ format: 'additions' })).rejects.toMatchObject({ code: 'export_empty' });
  await writeByHand();
  const field = createField({ graph });
  const own = await readExported(
    { graph, field },
    { selection: { what: 'all' }, language: 'ru', withText: false, isOwnOnly: true },
  );
  expect(additionsOf(own).map(({ title, path }) => [title, path])).toEqual([
    ['Полив сада', 'Сад/Полив сада.md'],
    ['Своё: о тишине', null],
  ]);
  const report = await run({ format: 'additions', target: { to: 'path', path: folder } });
  expect(report).toMatchObject({ files: 2 });
  const note = await readFile(path.join(folder, 'Своё о тишине.md'), 'utf8');
  expect(note).toBe('---\nuid: "mine"\naliases: ["Своё: о тишине"]\n---\nТишина держит звук.\n');
  const links = await readFile(path.join(folder, 'Связи для вставки.md'), 'utf8');
  expect(links).toContain('- ведёт к [[Своё о тишине|Своё: о тишине]]');
});

test('a folder in a vault is told, also by a link to it and before it is made', async () => {
  await graph.write((tx) => tx.run(writeVault, { name: 'Заметки', path: folder }));
  expect(await readExportFolder({ graph }, path.join(folder, 'new', 'deeper'))).toMatchObject({
    vault: 'Заметки',
  });
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'scenefield-link-'));
  await symlink(folder, path.join(elsewhere, 'in'));
  expect(await readExportFolder({ graph }, path.join(elsewhere, 'in'))).toMatchObject({ vault: 'Заметки' });
  expect(await readExportFolder({ graph }, elsewhere)).toMatchObject({ vault: null });
  await expect(readExportFolder({ graph }, 'here')).rejects.toMatchObject({ code: 'bad_input' });
  await rm(elsewhere, { recursive: true });
});

test('a statement of a person’s own chooses what leaves, and nothing but a reading one', async () => {
  await graph.write((tx) => tx.run(twoScenes));
  const { signal } = new AbortController();
  const ask = (cypher: string) => askScenes(graph, cypher, signal);
  const fault = (cypher: string) => ask(cypher).catch((error: { code: string }) => error.code);
  expect(await ask('MATCH (s:Scene) RETURN s ORDER BY s.id')).toEqual(['one', 'two']);
  expect(await ask("MATCH (s:Scene) WHERE s.title = 'Two' RETURN s.id AS x, 3 AS y")).toEqual(['two']);
  expect(await fault('MATCH (s:Scene) DETACH DELETE s RETURN s')).toBe('query_refused');
  expect(await fault("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row")).toBe('query_refused');
  expect(await fault('MATCH (s RETURN s')).toBe('query_refused');
  expect(await fault('MATCH (s:Nothing) RETURN s')).toBe('export_empty');
  expect(await ask('MATCH (s:Scene) RETURN s.id ORDER BY s.id')).toEqual(['one', 'two']);
});
