import { setTimeout as sleep } from 'node:timers/promises';
import { openNearest } from '../../server/search/knn/open-nearest.ts';
import { createVectorTable } from '../../server/search/knn/vector-table.ts';
import { findNearest } from '../../server/search/search.cypher.ts';
import { type Peer, type Target, target } from '../result.ts';
import { type OpenedNeo4j, openNeo4j } from '../vault/open-neo4j.ts';
import { crowdedVectors, dimensions, plainNearest } from './crowded-vectors.ts';
import { timed, timesOf } from './times.ts';

const k = 50;
const model = 'bench';
const [questions, plainQuestions] = [200, 40];
const atOnce = 2000;

const writeRows = `
UNWIND $rows AS row
CREATE (p:Passage {id: row.id, vaultId: 'v', vectorModel: $model})
WITH p, row CALL db.create.setNodeVectorProperty(p, 'vector', row.vector)`;

interface Measured {
  targets: Target[];
  peers: Peer[];
}

/** Exact nearest neighbours as search asks for them (thread, then the stored floats over Bolt) beside Neo4j's own index, question by question in turn. */
export async function compareNearest(count: number, say: (line: string) => void): Promise<Measured> {
  const { rows, query } = crowdedVectors(count, 'nearest');
  const opened = await openNeo4j();
  const nearest = openNearest({
    graph: opened.graph,
    address: () => opened.address,
    onFault: (fault) => say(String(fault)),
  });
  try {
    say(`nearest: writing ${count} vectors`);
    await fillGraph(opened, rows);
    const began = performance.now();
    nearest.fill(model);
    while ((await nearest.nearest(model, { vector: query(), k, vaultId: null })) === null) await sleep(200);
    say(`nearest: in memory after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const [exact, index, plain]: [number[], number[], number[]] = [[], [], []];
    const found = { exact: 0, index: 0, of: 0 };
    for (let question = -10; question < questions; question++) {
      const vector = query();
      const into = (times: number[]) => (question < 0 ? [] : times);
      const ours = await timed(into(exact), () => nearest.nearest(model, { vector, k, vaultId: null }));
      const parameters = { limit: k, vector, model, vaultId: null };
      const theirs = await timed(into(index), () =>
        opened.graph.read((tx) => tx.run(findNearest, parameters)),
      );
      if (question < 0 || question >= plainQuestions) continue;
      const right = await timed(plain, () => plainNearest(rows, vector, k));
      found.exact += hits(right, new Set(ours?.map(({ id }) => id)));
      found.index += hits(right, new Set(theirs.map(({ id }) => String(id))));
      found.of += k;
    }
    const [ours, theirs, scale] = [timesOf(exact), timesOf(index), timesOf(plain)];
    return {
      targets: [
        target(`exact k-NN of ${count}, recall`, found.exact / found.of, ['', '>=', 1]),
        target(`exact k-NN of ${count}, p95 to Neo4j's`, ours.p95 / theirs.p95, ['', '<=', 1]),
      ],
      peers: [
        { name: `exact k-NN of ${count}, p50`, value: ours.p50, unit: 'ms', ratio: 1 },
        { name: `exact k-NN of ${count}, p95`, value: ours.p95, unit: 'ms', ratio: 1 },
        {
          name: `Neo4j's index over Bolt, ${count}, p50`,
          value: theirs.p50,
          unit: 'ms',
          ratio: ours.p50 / theirs.p50,
        },
        {
          name: `Neo4j's index over Bolt, ${count}, p95`,
          value: theirs.p95,
          unit: 'ms',
          ratio: ours.p95 / theirs.p95,
        },
        {
          name: `Neo4j's index, ${count}, recall`,
          value: found.index / found.of,
          unit: '',
          ratio: found.of / found.index,
        },
        {
          name: `plain JavaScript, ${count}, p50`,
          value: scale.p50,
          unit: 'ms',
          ratio: ours.p50 / scale.p50,
        },
      ],
    };
  } finally {
    await nearest.stop();
    await opened.close();
  }
}

/** The table alone, for more vectors than are quickly written to a graph: time until the contenders are known, recall of the nearest among them, and memory. */
export function measureTable(count: number, say: (line: string) => void): Promise<Measured> {
  return measureFilled(count, crowdedVectors(count, 'table'), say);
}

async function measureFilled(
  count: number,
  { rows, query }: ReturnType<typeof crowdedVectors>,
  say: (line: string) => void,
): Promise<Measured> {
  const before = memory();
  const table = createVectorTable(dimensions);
  for (let row = 0; row < count; row++)
    table.put({
      id: `p${row}`,
      vaultId: 'v',
      vector: rows.subarray(row * dimensions, (row + 1) * dimensions),
    });
  const bytes = memory() - before;
  const times: number[] = [];
  let [found, contenders] = [0, 0];
  for (let question = -5; question < questions / 2; question++) {
    const vector = query();
    const ids = await timed(question < 0 ? [] : times, () => table.contenders({ vector, k, vaultId: null }));
    if (question < 0 || question >= plainQuestions / 4) continue;
    found += hits(plainNearest(rows, vector, k), new Set(ids));
    contenders += ids.length;
  }
  const asked = plainQuestions / 4;
  say(`table of ${count}: ${Math.round(contenders / asked)} contend for ${k}`);
  const { p50, p95 } = timesOf(times);
  return {
    targets: [target(`exact k-NN of ${count}, recall`, found / (k * asked), ['', '>=', 1])],
    peers: [
      { name: `scan of ${count}, p50`, value: p50, unit: 'ms', ratio: 1 },
      { name: `scan of ${count}, p95`, value: p95, unit: 'ms', ratio: 1 },
      { name: `memory of ${count}`, value: bytes / 1e6, unit: 'MB', ratio: bytes / (rows.byteLength || 1) },
    ],
  };
}

async function fillGraph({ graph }: OpenedNeo4j, rows: Float32Array): Promise<void> {
  const count = rows.length / dimensions;
  for (let first = 0; first < count; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - first) }, (_, at) => ({
      id: idOf(first + at),
      vector: rows.subarray((first + at) * dimensions, (first + at + 1) * dimensions),
    }));
    await graph.write((tx) => tx.run(writeRows, { rows: some, model }));
  }
  await graph.read((tx) => tx.run('CALL db.awaitIndexes(600)'));
}

function idOf(row: number): string {
  return `p${row}`;
}

/** How many of the right ones were found; what is as near as the last counts too, to the last digits of a float. */
function hits(right: readonly { at: number }[], found: ReadonlySet<string>): number {
  return right.filter(({ at }) => found.has(idOf(at))).length;
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
