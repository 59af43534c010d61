import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { connectGraph } from './connect-graph.ts';
import { openTestGraph, type TestGraph } from './testing/test-graph.ts';

vi.setConfig({ testTimeout: 120_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());

test('values come back as they went', async () => {
  const value = {
    whole: 7,
    large: 9_007_199_254_740_991,
    part: 0.25,
    text: 'Поле смысла — «да»',
    yes: true,
    none: null,
    list: [1, 2, 3],
    parts: [1, 2.5, -3],
    nested: { a: [{ b: 1.5 }] },
  };
  const [row] = await graph.read((tx) => tx.run('RETURN $value AS value', { value }));
  expect(row?.['value']).toEqual(value);
});

test('integers are INTEGER, other numbers FLOAT, a Float32Array a list of FLOAT, undefined is absent', async () => {
  const [row] = await graph.read((tx) =>
    tx.run(
      'RETURN valueType($i) AS i, valueType($f) AS f, valueType($v) AS v, valueType($parts) AS parts, keys($m) AS m',
      {
        i: 3,
        f: 3.5,
        parts: [1, 2.5],
        v: new Float32Array([1, 2]),
        m: { a: 1, b: undefined },
      },
    ),
  );
  expect(row).toEqual({
    i: 'INTEGER NOT NULL',
    f: 'FLOAT NOT NULL',
    v: 'LIST<FLOAT NOT NULL> NOT NULL',
    parts: 'LIST<FLOAT NOT NULL> NOT NULL',
    m: ['a'],
  });
});

test('nodes, relationships and times come back plain', async () => {
  const [row] = await graph.write((tx) =>
    tx.run(`CREATE (a:Scene {id: 'a', order: 1})-[r:LINKS_TO {id: 'l'}]->(b:Scene {id: 'b'})
            RETURN a, r, date('2025-06-19') AS day, collect(b) AS others`),
  );
  expect(row).toEqual({ a: { id: 'a', order: 1 }, r: { id: 'l' }, day: '2025-06-19', others: [{ id: 'b' }] });
});

test('work that fails leaves nothing behind, and its own fault comes out', async () => {
  const fault = new Error('ours');
  const work = graph.write(async (tx) => {
    await tx.run(`CREATE (:Scene {id: 'half'})`);
    throw fault;
  });
  await expect(work).rejects.toMatchObject({ code: 'internal', cause: fault });
  expect(await graph.read((tx) => tx.run(`MATCH (s:Scene {id: 'half'}) RETURN s`))).toEqual([]);
});

test('work that meets a deadlock is run again and counts once', async () => {
  await graph.write((tx) => tx.run(`CREATE (:Counter {name: 'x', n: 0}), (:Counter {name: 'y', n: 0})`));
  const add = `MATCH (c:Counter {name: $name}) SET c.n = c.n + 1`;
  const both = (first: string, second: string) =>
    graph.write(async (tx) => {
      await tx.run(add, { name: first });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.run(add, { name: second });
    });
  await Promise.all([both('x', 'y'), both('y', 'x'), both('x', 'y'), both('y', 'x')]);
  const rows = await graph.read((tx) => tx.run(`MATCH (c:Counter) RETURN c.n AS n`));
  expect(rows).toEqual([{ n: 4 }, { n: 4 }]);
});

test('LOAD CSV reaches neither files nor addresses', async () => {
  for (const from of ['file:///etc/hostname', 'http://127.0.0.1:1/x']) {
    const load = graph.read((tx) => tx.run(`LOAD CSV FROM $from AS line RETURN line`, { from }));
    await expect(load).rejects.toMatchObject({ code: 'internal' });
    await expect(load).rejects.toThrow(/not allowed|configuration|block/i);
  }
});

test('a wrong password and a wrong address are told apart', async () => {
  const address = inject('neo4j');
  await expect(connectGraph({ ...address, password: 'wrong-password' })).rejects.toMatchObject({
    code: 'neo4j_auth',
  });
  await expect(connectGraph({ ...address, uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
    code: 'neo4j_unreachable',
    values: { uri: 'bolt://127.0.0.1:1' },
  });
  await expect(connectGraph({ ...address, uri: 'http://x:y@127.0.0.1' })).rejects.toMatchObject({
    code: 'neo4j_unreachable',
    values: { uri: 'http://127.0.0.1' },
  });
  await expect(connectGraph({ ...address, database: 'nobody' })).rejects.toMatchObject({
    code: 'neo4j_database_missing',
    values: { database: 'nobody' },
  });
});
