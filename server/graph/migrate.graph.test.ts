import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { connectGraph } from './connect-graph.ts';
import { eraseField } from './erase.ts';
import type { Graph } from './graph.ts';
import { inspectDatabase } from './inspect-database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { readMigrations, type MigrationFile } from './migration-files.ts';
import { eraseSchema } from './testing/erase-schema.ts';
import { eraseEverything, eraseMarks, listConstraints, listIndexes } from './testing/testing.cypher.ts';

vi.setConfig({ testTimeout: 120_000 });

let graph: Graph;
let files: MigrationFile[];
/** one that comes after ours */
let seed: MigrationFile;
beforeAll(async () => {
  graph = await connectGraph(inject('neo4j'));
  files = await readMigrations();
  seed = {
    version: files.length + 1,
    name: 'seed',
    kind: 'data',
    checksum: 'c',
    statements: [`CREATE (:Scene {id: 'seed'})`, `MATCH (s:Scene {id: 'seed'}) SET s.title = 'Ядро'`],
  };
});
beforeEach(() => eraseSchema(graph));
afterAll(async () => {
  await eraseSchema(graph);
  await graph.close();
});

const schema = async () => ({
  constraints: await graph.read((tx) => tx.run(listConstraints)),
  indexes: await graph.read((tx) => tx.run(listIndexes)),
});

test('an empty database gets every step once; a second run does nothing', async () => {
  expect(await inspectDatabase(graph)).toEqual({ state: 'empty' });
  expect(await migrate(graph)).toEqual(files.map(({ name }) => name));
  const made = await schema();
  expect(made.indexes.every(({ state }) => state === 'ONLINE')).toBe(true);
  expect(made.constraints.length).toBeGreaterThan(20);
  expect(await migrate(graph)).toEqual([]);
  expect(await schema()).toEqual(made);
  expect(await inspectDatabase(graph)).toEqual({ state: 'ours', version: files.length, pending: [] });
});

test('a run that was cut between statements, or before its mark, is finished by the next one', async () => {
  const broken = files.map((file) =>
    file.version === 2
      ? { ...file, statements: [...file.statements.slice(0, 3), 'THIS IS NOT CYPHER'] }
      : file,
  );
  await expect(migrate(graph, { migrations: broken })).rejects.toThrow();
  expect((await pendingMigrations(graph))[0]?.version).toBe(2);
  await migrate(graph);
  const finished = await schema();
  await eraseSchema(graph);
  await migrate(graph);
  expect(await schema()).toEqual(finished);
});

test('a data step and its mark are one: cut in the middle it leaves nothing, run again it counts once', async () => {
  const broken = { ...seed, statements: [...seed.statements, 'THIS IS NOT CYPHER'] };
  await expect(migrate(graph, { migrations: [...files, broken] })).rejects.toThrow();
  const scenes = () => graph.read((tx) => tx.run('MATCH (s:Scene) RETURN s.title AS title'));
  expect(await scenes()).toEqual([]);
  await migrate(graph, { migrations: [...files, seed] });
  await migrate(graph, { migrations: [...files, seed] });
  expect(await scenes()).toEqual([{ title: 'Ядро' }]);
});

test('a database from a newer version is refused and said so', async () => {
  await migrate(graph, { migrations: [...files, seed] });
  await expect(migrate(graph)).rejects.toMatchObject({
    code: 'neo4j_newer_schema',
    values: { found: seed.version, known: files.length },
  });
  expect(await inspectDatabase(graph)).toEqual({ state: 'newer', found: seed.version, known: files.length });
});

test('a step that was changed after it was applied is refused', async () => {
  await migrate(graph);
  const changed = files.map((file) => ({ ...file, checksum: file.version === 1 ? 'other' : file.checksum }));
  await expect(migrate(graph, { migrations: changed })).rejects.toMatchObject({
    code: 'neo4j_migration_changed',
    values: { version: 1, name: 'identity' },
  });
});

test("someone else's data is counted by label, is never erased, and clashing labels are named", async () => {
  await graph.write((tx) => tx.run(`CREATE (:Person {id: '1'})-[:KNOWS]->(:Person), (:Film), ({x: 1})`));
  expect(await inspectDatabase(graph)).toEqual({
    state: 'foreign',
    counts: { Person: 2, Film: 1, '': 1 },
    clashes: [],
  });
  await migrate(graph);
  await graph.write((tx) =>
    tx.run(
      `CREATE (:Scene {id: 'ours'}), (:Change {number: 1}), (:Counter {name: 'change'}), (:Scene {title: 'no id of ours'})`,
    ),
  );
  expect(await eraseField(graph)).toEqual({ Change: 1, Counter: 1, Scene: 1 });
  const left = await graph.read((tx) => tx.run('MATCH (n) WHERE NOT n:Migration RETURN count(*) AS nodes'));
  expect(left).toEqual([{ nodes: 5 }]);
  await graph.write((tx) => tx.run(eraseEverything));
  await graph.write((tx) => tx.run(eraseMarks));
  await graph.write((tx) =>
    tx.run(`CREATE (:Job {id: 'of another app'})-[:REQUIRES {id: 1}]->(:Migration)-[:ANSWERS]->(:Person)`),
  );
  expect(await inspectDatabase(graph)).toMatchObject({
    state: 'foreign',
    clashes: ['Job', 'Migration', 'REQUIRES'],
  });
});
