import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Models } from '../../models/models.ts';
import { connectGraph } from '../graph/connect-graph.ts';
import { eraseField } from '../graph/erase.ts';
import type { Graph } from '../graph/graph.ts';
import { migrate } from '../graph/migrate.ts';
import { rehearse } from './rehearse.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await connectGraph(inject('neo4j'));
  await migrate(graph);
  await eraseField(graph);
});
afterAll(() => graph.close());

/** A start without any model. */
const noModels = { presence: () => [], identity: () => Promise.resolve(null) } as unknown as Models;

test('a rehearsal leaves nothing behind', async () => {
  await rehearse(graph, noModels);
  const left = await graph.read((tx) => tx.run('MATCH (n) WHERE NOT n:Migration RETURN count(*) AS nodes'));
  expect(left).toEqual([{ nodes: 0 }]);
}, 120_000);
