import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { readSteps } from './changes.cypher.ts';
import { commitChange } from './commit-change.ts';
import { currentNumber, listChanges } from './list-changes.ts';
import type { Step } from './steps.ts';
import { redo, undo } from './undo.ts';

vi.setConfig({ testTimeout: 120_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
beforeEach(async () => {
  await graph.empty();
  await graph.write((tx) =>
    tx.run(`CREATE (:Scene {id: 'a', title: 'А', state: 'present', heldBy: ['source:1']}),
                   (:Scene {id: 'b', title: 'Б', state: 'missing', heldBy: ['source:1']}),
                   (:Scene {id: 'c', title: 'В', state: 'present', heldBy: ['source:2']}),
                   (:Proposal {id: 'p', state: 'pending'}), (:Proposal {id: 'q', state: 'pending'})`),
  );
});
afterAll(() => graph.close());

const scene = (id: string) => ({ label: 'Scene' as const, id });
const link = (from: string, to: string) => ({
  kind: 'leads_to' as const,
  origin: 'model' as const,
  from: scene(from),
  to: scene(to),
});
const decide = (proposal: string, state: string): Step => ({
  type: 'set',
  node: { label: 'Proposal', id: proposal },
  after: { state, decidedAt: '2026-01-01T00:00:00Z' },
});
const acceptLink = (proposal: string, from: string, to: string): Step[] => [
  {
    type: 'hold_link',
    link: link(from, to),
    props: { id: `link-${proposal}`, evidenceStarts: [1, 2] },
    holder: `proposal:${proposal}`,
  },
  decide(proposal, 'accepted'),
];
/** A missing scene that is written from a proposal: present, with a body and a passage of its own. */
const acceptScene: Step[] = [
  { type: 'set', node: scene('b'), after: { state: 'present', body: 'Текст.' }, stands: true },
  { type: 'hold_node', node: scene('b'), props: {}, holder: 'proposal:q' },
  {
    type: 'hold_node',
    node: { label: 'Passage', id: 'b-1' },
    props: { text: 'Текст.' },
    holder: 'proposal:q',
  },
  { type: 'join', join: { type: 'OF', from: { label: 'Passage', id: 'b-1' }, to: scene('b') } },
  decide('q', 'accepted'),
];
const commit = (kind: 'accept' | 'reject' | 'edit' | 'pack_removed' | 'import', steps: Step[], title = '') =>
  graph.write((tx) => commitChange(tx, { kind, values: { title }, steps }));

/** Everything of the field, in one comparable value; the log itself left out. */
async function snapshot() {
  const nodes = await graph.read((tx) =>
    tx.run(`MATCH (n) WHERE NOT n:Migration AND NOT n:Change AND NOT n:Counter
            RETURN labels(n) AS labels, properties(n) AS props ORDER BY n.id`),
  );
  const links = await graph.read((tx) =>
    tx.run(
      `MATCH (a)-[r]->(b) WHERE a.id IS NOT NULL RETURN a.id AS a, type(r) AS type, properties(r) AS props, b.id AS b ORDER BY a, type, b`,
    ),
  );
  return { nodes, links };
}

test('undo leaves the field as it was before, redo as it was after, over and over', async () => {
  const before = await snapshot();
  await commit('accept', acceptLink('p', 'a', 'c'));
  await commit('accept', acceptScene);
  const after = await snapshot();
  for (let round = 0; round < 3; round++) {
    expect(await undo({ graph }, { count: 2 })).toMatchObject({
      changed: [
        { id: 'q', state: 'pending' },
        { id: 'p', state: 'pending' },
      ],
    });
    expect(await snapshot()).toEqual(before);
    await redo({ graph }, { count: 2 });
    expect(await snapshot()).toEqual(after);
  }
});

test('what is made carries the number of its change, and numbers have no gap', async () => {
  expect(await currentNumber(graph)).toBe(0);
  await Promise.all(
    ['1', '2', '3', '4'].map((id) =>
      commit('edit', [{ type: 'hold_node', node: scene(id), props: { title: id }, holder: 'person' }]),
    ),
  );
  const rows = await graph.read((tx) =>
    tx.run(`MATCH (s:Scene) WHERE s.since > 0 RETURN s.since AS since ORDER BY since`),
  );
  expect(rows.map(({ since }) => since)).toEqual([1, 2, 3, 4]);
  expect(await currentNumber(graph)).toBe(4);
  const changes = await listChanges(graph, { limit: 10 });
  expect(changes.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
});

test('undo of something that later decisions stand on names them, and takes them back together when told to', async () => {
  const before = await snapshot();
  const drafted = await commit('accept', acceptScene);
  const linked = await commit('accept', acceptLink('p', 'a', 'b'), 'А → Б');
  await commit('reject', [{ type: 'set', node: scene('c'), after: { title: 'Ц' } }]);
  await expect(undo({ graph }, { number: drafted })).rejects.toMatchObject({
    code: 'stands_on',
    values: { number: drafted, changes: [String(linked)], kinds: ['accept'], titles: ['А → Б'] },
  });
  const { changes } = await undo({ graph }, { number: drafted, cascade: true });
  expect(changes.map(({ number, undone }) => [number, undone])).toEqual([
    [linked, true],
    [drafted, true],
  ]);
  await undo({ graph }, {});
  expect(await snapshot()).toEqual(before);
});

test('a decision about the same proposal stands on the one before it', async () => {
  const first = await commit('reject', [decide('p', 'rejected')]);
  await commit('accept', acceptLink('p', 'a', 'c'));
  await expect(undo({ graph }, { number: first })).rejects.toMatchObject({ code: 'stands_on' });
});

test('a link that ends at the same scenes does not stand on another', async () => {
  const first = await commit('accept', acceptLink('p', 'a', 'c'));
  await commit('accept', acceptLink('q', 'c', 'a'));
  await undo({ graph }, { number: first });
  const { links } = await snapshot();
  expect(links.map(({ a, b }) => [a, b])).toEqual([['c', 'a']]);
});

test('a removed node comes back whole, with what was attached to it', async () => {
  await graph.write((tx) =>
    tx.run(`MATCH (a:Scene {id: 'a'}), (c:Scene {id: 'c'})
            CREATE (n:Scene {id: 'n', title: 'Пакет', aliases: ['П'], x: 1.5, heldBy: ['pack:1']}),
              (n)-[:LEADS_TO {id: 'n-a', origin: 'model', heldBy: ['pack:1']}]->(a),
              (c)-[:CITES {id: 'c-n', origin: 'vault', heldBy: ['source:2']}]->(n),
              (:Passage {id: 'n-1', text: 'т', heldBy: ['pack:1']})-[:OF]->(n)`),
  );
  const before = await snapshot();
  await graph.write((tx) =>
    tx.run(`MATCH (p:Passage {id: 'n-1'}) SET p.vector = [0.5, 0.25], p.vectorModel = 'm'`),
  );
  const removal = await commit('pack_removed', [
    { type: 'release_link', link: link('n', 'a'), holder: 'pack:1' },
    { type: 'release_node', node: { label: 'Passage', id: 'n-1' }, holder: 'pack:1' },
    { type: 'release_node', node: scene('n'), holder: 'pack:1' },
  ]);
  const [logged] = await graph.read((tx) => tx.run(readSteps, { number: removal }));
  expect(logged?.['steps']).not.toContain('vector');
  const removed = await snapshot();
  expect(removed.nodes.length).toBe(before.nodes.length - 2);
  expect(removed.links).toEqual([]);
  await undo({ graph }, {});
  expect(await snapshot()).toEqual(before);
  await redo({ graph }, {});
  expect(await snapshot()).toEqual(removed);
});

test('a node goes only with its last holder', async () => {
  await commit('import', [
    { type: 'hold_node', node: scene('a'), props: { title: 'иначе' }, holder: 'pack:1' },
  ]);
  await undo({ graph }, {});
  const [a] = await graph.read((tx) =>
    tx.run(`MATCH (s:Scene {id: 'a'}) RETURN s.title AS title, s.heldBy AS heldBy`),
  );
  expect(a).toEqual({ title: 'А', heldBy: ['source:1'] });
});

test('undo does not quarrel with what an ingest did meanwhile', async () => {
  await commit('accept', acceptScene);
  await commit('accept', acceptLink('p', 'a', 'c'));
  // The note is written, so the scene has its file's text; another file is taken away with its scene.
  await graph.write((tx) =>
    tx.run(`MATCH (b:Scene {id: 'b'}) SET b.body = null, b.sourceId = '3', b.heldBy = b.heldBy + 'source:3', b.title = 'Б!'
            WITH b MATCH (c:Scene {id: 'c'}) DETACH DELETE c`),
  );
  await undo({ graph }, { count: 2 });
  const rows = await graph.read((tx) => tx.run(`MATCH (s:Scene) RETURN s ORDER BY s.id`));
  expect(rows.map(({ s }) => s)).toEqual([
    { id: 'a', title: 'А', state: 'present', heldBy: ['source:1'] },
    { id: 'b', title: 'Б!', state: 'missing', sourceId: '3', heldBy: ['source:1', 'source:3'] },
  ]);
  await redo({ graph }, { count: 2 });
});

test('a new decision ends redo; nothing to undo or redo is said', async () => {
  await expect(undo({ graph }, {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
  await commit('reject', [decide('p', 'rejected')]);
  await undo({ graph }, {});
  await commit('reject', [decide('q', 'rejected')]);
  await expect(redo({ graph }, {})).rejects.toMatchObject({ code: 'nothing_to_redo' });
});

test('a change whose step names what is not there leaves no trace', async () => {
  const work = commit('accept', [decide('p', 'accepted'), ...acceptLink('nobody', 'a', 'nowhere')]);
  await expect(work).rejects.toMatchObject({ code: 'not_found' });
  expect(await currentNumber(graph)).toBe(0);
  expect(await listChanges(graph, { limit: 5 })).toEqual([]);
});

test('a node tells its own history', async () => {
  const number = await commit('accept', acceptLink('p', 'a', 'c'));
  await commit('accept', acceptScene);
  const changes = await listChanges(graph, { limit: 5, nodeId: 'c' });
  expect(changes.map((change) => change.number)).toEqual([number]);
});

test('of decisions the last one is taken back, whatever else was done since', async () => {
  await commit('accept', acceptLink('p', 'a', 'c'));
  await commit('edit', [{ type: 'set', node: scene('a'), after: { title: 'Другое' } }]);
  const { changes, changed } = await undo({ graph }, { decisions: true });
  expect(changes.map(({ kind }) => kind)).toEqual(['accept']);
  expect(changed).toEqual([{ id: 'p', state: 'pending' }]);
  const left = (await listChanges(graph, { limit: 9 })).filter(
    ({ undone, kind }) => !undone && kind !== 'undo',
  );
  expect(left.map(({ kind }) => kind)).toEqual(['edit']);
  await expect(undo({ graph }, { decisions: true })).rejects.toMatchObject({ code: 'nothing_to_undo' });
});
