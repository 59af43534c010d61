import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { commitChange } from '../changes/commit-change.ts';
import { redo, undo } from '../changes/undo.ts';
import type { Graph } from '../graph/graph.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { backupField } from './backup-field.ts';
import { finishRestore, restoreField } from './restore-field.ts';

vi.setConfig({ testTimeout: 120_000 });

let graph: TestGraph;
let folder: string;
let file: string;
beforeAll(async () => {
  graph = await openTestGraph();
  folder = await mkdtemp(path.join(tmpdir(), 'копия-'));
  file = path.join(folder, 'поле.scenefield');
});
beforeEach(async () => {
  await graph.empty();
  await makeField();
});
afterAll(async () => {
  await graph.close();
  await rm(folder, { recursive: true, force: true });
});

/** More nodes and relationships than one helping of reading or writing, every kind of value, a decision and its undo. */
async function makeField() {
  const scenes = Array.from({ length: 1500 }, (_, index) => ({
    id: `s${index}`,
    title: `Сцена «${index}»\n\t"' 🌱`,
  }));
  const vector = new Float32Array(384).map((_, index) => Math.sin(index));
  await graph.write(async (tx) => {
    await tx.run(
      `CREATE (v:Vault {id: 'v', name: 'Заметки', path: '/п'})<-[:IN]-(f:Source {id: 'f', text: $text, hash: 'h', mtimeMs: 1.5})
       WITH f UNWIND $scenes AS row
       CREATE (s:Scene {id: row.id, title: row.title, aliases: [], x: 0.5, y: -3, pinned: true, heldBy: ['source:f', 'person']})-[:FROM]->(f)`,
      { scenes, text: '\u2028строка\r\nвторая\u0000' },
    );
    await tx.run(
      `MATCH (s:Scene {id: 's0'}) UNWIND range(1, 1499) AS i MATCH (t:Scene {id: 's' + i})
       CREATE (t)-[:LINKS_TO {id: 'l' + i, origin: 'vault', evidencePassages: ['p'], evidenceStarts: [i], heldBy: ['source:f']}]->(s)`,
    );
    await tx.run(
      `MATCH (s:Scene {id: 's0'}) CREATE (p:Passage {id: 'p', text: 'т', vector: $vector, vectorModel: 'e5'})-[:OF]->(s),
       (s)-[:IN_REGION]->(:Region {id: 'r', hue: 12.25, describes: ['ядро', 'поле']}),
       (:Proposal {id: 'q', state: 'pending'})-[:FROM_NODE {at: 1}]->(s),
       (:Job {id: 'j', state: 'running'}), (:Notebook {id: 'n'})-[:HAS]->(:Cell {id: 'c'}), (s)-[:MENTIONS {id: 'm'}]->(:Concept {id: 'k'}),
       (s)-[:LEADS_TO {id: 'lt', origin: 'person'}]->(s)`,
      { vector },
    );
  });
  const set = (state: string) => [
    { type: 'set' as const, node: { label: 'Proposal' as const, id: 'q' }, after: { state } },
  ];
  await graph.write((tx) =>
    commitChange(tx, { kind: 'reject', values: { title: 'т' }, steps: set('rejected') }),
  );
  await graph.write((tx) => commitChange(tx, { kind: 'accept', values: {}, steps: set('accepted') }));
  await undo({ graph }, {});
}

/** All that a backup is to keep, in one comparable value. */
async function snapshot(from: Graph = graph) {
  const nodes = await from.read((tx) =>
    tx.run(`MATCH (n) WHERE NOT n:Migration AND NOT n:Job AND NOT n:Counter AND NOT (n:Change AND n.kind = 'restore')
            RETURN labels(n) AS labels, properties(n) AS props ORDER BY labels, n.id, n.number`),
  );
  const relations = await from.read((tx) =>
    tx.run(
      `MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS props, b.id AS b ORDER BY a, type, b`,
    ),
  );
  return { nodes, relations };
}

test('a backup restored into an empty field is the same field, history and all', async () => {
  const before = await snapshot();
  const saved = await backupField({ graph }, { file });
  expect(saved).toMatchObject({ nodes: before.nodes.length + 1, relations: before.relations.length });
  await graph.empty();
  expect(await restoreField({ graph }, { file })).toMatchObject({ digest: saved.digest, bytes: saved.bytes });
  expect(await snapshot()).toEqual(before);
  const [vector] = await graph.read((tx) => tx.run(`MATCH (p:Passage) RETURN valueType(p.vector) AS type`));
  expect(vector).toEqual({ type: 'LIST<FLOAT NOT NULL> NOT NULL' });
  await redo({ graph }, {});
  await undo({ graph }, { count: 2 });
  const [proposal] = await graph.read((tx) => tx.run(`MATCH (p:Proposal) RETURN p.state AS state`));
  expect(proposal).toEqual({ state: 'pending' });
});

test('the same field has the same digest, and a failed backup leaves no file', async () => {
  const first = await backupField({ graph }, { file });
  const second = await backupField({ graph }, { file: `${file}2` });
  expect(second.digest).toBe(first.digest);
  const stop = AbortSignal.abort();
  await expect(backupField({ graph }, { file: path.join(folder, 'x'), signal: stop })).rejects.toMatchObject({
    code: 'cancelled',
  });
  await expect(backupField({ graph }, { file: path.join(folder, 'нет', 'x') })).rejects.toMatchObject({
    code: 'file_unreadable',
  });
  expect((await readdir(folder)).sort()).toEqual(['поле.scenefield', 'поле.scenefield2']);
});

test('a field that is there is not overwritten unless told so', async () => {
  await backupField({ graph }, { file });
  const before = await snapshot();
  await graph.write((tx) => tx.run(`MATCH (s:Scene {id: 's7'}) DETACH DELETE s`));
  await expect(restoreField({ graph }, { file })).rejects.toMatchObject({ code: 'field_not_empty' });
  await restoreField({ graph }, { file, replace: true });
  expect(await snapshot()).toEqual(before);
});

test('a damaged, cut, altered or newer file changes nothing', async () => {
  await backupField({ graph }, { file });
  const bytes = await readFile(file);
  const text = gunzipSync(bytes).toString();
  const lines = text.split('\n');
  const flipped = Buffer.from(bytes);
  flipped[2000] = (flipped[2000] ?? 0) ^ 255;
  const bad: [string, Buffer, string][] = [
    ['flipped', flipped, 'backup_damaged'],
    ['cut', bytes.subarray(0, bytes.length - 200), 'backup_damaged'],
    ['lines cut', gzipSync(lines.slice(0, 900).join('\n')), 'backup_damaged'],
    ['altered', gzipSync(text.replace('Заметки', 'Заметка')), 'backup_damaged'],
    [
      'a line more',
      gzipSync(text.replace(/\n/, '\n{"node":"Scene","props":{"id":"z"}}\n')),
      'backup_damaged',
    ],
    ['not ours', gzipSync('{"a":1}\n'), 'backup_damaged'],
    ['no gzip', Buffer.from('# note'), 'backup_damaged'],
    ['empty', Buffer.alloc(0), 'backup_damaged'],
    ['newer', gzipSync(text.replace('"version":1', '"version":9')), 'backup_newer'],
    ['newer schema', gzipSync(text.replace(/"schema":\d+/, '"schema":900')), 'backup_newer'],
  ];
  await graph.empty();
  for (const [name, content, code] of bad) {
    const place = path.join(folder, 'bad');
    await writeFile(place, content);
    await expect(restoreField({ graph }, { file: place }), name).rejects.toMatchObject({ code });
  }
  await expect(restoreField({ graph }, { file: folder })).rejects.toMatchObject({
    code: 'file_unreadable',
  });
  await expect(restoreField({ graph }, { file: path.join(folder, 'none') })).rejects.toMatchObject({
    code: 'file_unreadable',
  });
  expect(await graph.read((tx) => tx.run('MATCH (n) WHERE NOT n:Migration RETURN n'))).toEqual([]);
});

test('a restore that was cut is finished at the next start; without its file nothing half is left', async () => {
  await backupField({ graph }, { file });
  const before = await snapshot();
  const cut = async () => {
    await graph.empty();
    let writes = 0;
    const dying: Graph = {
      ...graph,
      write: (work, options) =>
        writes++ === 4 ? Promise.reject(new Error('the app was killed')) : graph.write(work, options),
    };
    await expect(restoreField({ graph: dying }, { file })).rejects.toThrow('killed');
    expect((await snapshot()).nodes.length).toBeGreaterThan(0);
  };
  await cut();
  expect(await finishRestore({ graph })).toBe('restored');
  expect(await snapshot()).toEqual(before);
  expect(await finishRestore({ graph })).toBe(null);
  await cut();
  await rm(file);
  expect(await finishRestore({ graph })).toBe('erased');
  expect(await snapshot()).toEqual({ nodes: [], relations: [] });
  expect(await finishRestore({ graph })).toBe(null);
});
