import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import { redo, undo } from '../../changes/undo.ts';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import { createFieldEvents } from '../../jobs/field-events.ts';
import { ingestVault } from '../../vault/ingest/ingest-vault.ts';
import type { ProposalDeps } from '../deps.ts';
import {
  acceptProposals,
  followDecisions,
  forgetLearning,
  listProposals,
  previewBatch,
  proposeNow,
  readProposal,
  rejectProposals,
  reorderLinks,
  viewLearning,
} from '../index.ts';
import { noModels } from '../testing/no-models.ts';
import { makeSmallVault, type SmallVault } from '../testing/small-vault.ts';

let graph: TestGraph;
let deps: ProposalDeps;
let vault: SmallVault;
let found: Proposal[];

beforeAll(async () => {
  graph = await openTestGraph();
  deps = { graph, models: noModels };
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeSmallVault();
  await ingestVault({ graph }, { path: vault.dir });
  found = await propose();
});
afterEach(() => vault.remove());

async function propose(): Promise<Proposal[]> {
  return (await proposeNow(deps, { kind: 'link', limit: 40 })).proposals;
}

async function queue(): Promise<Proposal[]> {
  return (await listProposals(deps, { state: 'pending', limit: 60, offset: 0 })).proposals;
}

async function between(a: string, b: string): Promise<Proposal> {
  const [id] = found.flatMap(({ id, from, to }) =>
    [from.title, to.title].sort().join() === [a, b].sort().join() ? [id] : [],
  );
  return readProposal(deps, id ?? '');
}

/** The note that most of what waits leads to. */
function mostProposed(): string {
  const counts = new Map<string, number>();
  for (const { to } of found) counts.set(to.id, (counts.get(to.id) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

async function orderOf(id: string): Promise<number> {
  const [row] = await graph.read((tx) =>
    tx.run('MATCH (p:Proposal {id: $id}) RETURN p.order AS order', { id }),
  );
  return Number(row?.['order']);
}

test('what leads to a note that is turned down again and again goes down; undo puts the order back', async () => {
  const target = mostProposed();
  const ofTarget: string[] = found.filter(({ to }) => to.id === target).map(({ id }) => id);
  const others: string[] = found.filter(({ to }) => to.id !== target).map(({ id }) => id);
  const [last = '', ...rejected] = ofTarget.toReversed();
  const accepted = others.slice(0, 3);
  const before = (await queue()).map(({ id }) => id);
  for (const id of rejected) await rejectProposals(deps, [id], 'wrong');
  for (const id of accepted) await acceptProposals(deps, [id]);
  await reorderLinks(deps);
  const after = await queue();
  expect(after.map(({ rank }) => rank)).toEqual(after.map((_, at) => at + 1));
  const learned = await orderOf(last);
  await forgetLearning(deps);
  await reorderLinks(deps);
  expect(learned).toBeLessThan((await orderOf(last)) - 0.1);
  await undo({ graph }, { count: rejected.length + accepted.length + 1 });
  await reorderLinks(deps);
  expect((await queue()).map(({ id }) => id)).toEqual(before);
});

test('the page is told once the order moved, and of nothing when it did not', async () => {
  const events = createFieldEvents();
  const stopping = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const { type } of events.subscribe(stopping.signal)) heard.push(type);
  })();
  const following = followDecisions({ ...deps, events, log: { warn: () => undefined } }, stopping.signal);
  const target = mostProposed();
  const ids = found.filter(({ to }) => to.id === target).map(({ id }) => id);
  await rejectProposals({ ...deps, events }, ids.slice(0, 1), 'wrong');
  await expect.poll(() => heard.filter((type) => type === 'proposals').length).toBeGreaterThan(0);
  stopping.abort();
  await Promise.all([listening, following]);
  await reorderLinks(deps);
  const quiet = createFieldEvents();
  const said: string[] = [];
  await reorderLinks({ ...deps, events: { ...quiet, publish: ({ type }) => void said.push(type) } });
  expect(said).toEqual([]);
});

test('decisions that came with a pack teach nothing unless the person asks', async () => {
  await acceptProposals(deps, [found[0]?.id ?? '']);
  expect(await viewLearning(deps)).toMatchObject({
    decisions: 1,
    fromPacks: { decisions: 0, learned: false },
  });
  await graph.write((tx) => tx.run(`MATCH (p:Proposal {state: 'accepted'}) SET p.decidedBy = 'sender'`));
  expect(await viewLearning(deps)).toMatchObject({
    decisions: 0,
    fromPacks: { decisions: 1, learned: false },
  });
  const asked = { ...deps, learnsFromPacks: () => true };
  expect(await viewLearning(asked)).toMatchObject({ decisions: 1, fromPacks: { learned: true } });
});

test('what was learned can be forgotten, and the forgetting undone; the decisions stand', async () => {
  const ids = found.slice(0, 3).map(({ id }) => id);
  await acceptProposals(deps, ids);
  expect(await forgetLearning(deps)).toEqual({ forgotten: 3 });
  expect(await viewLearning(deps)).toMatchObject({ decisions: 0, effects: [], before: null, now: null });
  expect((await readProposal(deps, ids[0] ?? '')).state).toBe('accepted');
  expect(await forgetLearning(deps)).toEqual({ forgotten: 0 });
  await undo({ graph }, {});
  expect(await viewLearning(deps)).toMatchObject({ decisions: 3 });
  await redo({ graph }, {});
  expect(await viewLearning(deps)).toMatchObject({ decisions: 0 });
});

test('several decided together are one change: all or none, one undo, and what it would change is told before', async () => {
  const ids: string[] = found.slice(0, 3).map(({ id }) => id);
  const told = await previewBatch(deps, ids);
  expect(told).toMatchObject({ links: 3, scenes: 0, decided: 0, joins: [] });
  await graph.write((tx) =>
    tx.run(
      `MATCH (s:Scene) WHERE s.rootId = s.id MERGE (r:Region {id: s.title, name: s.title}) MERGE (s)-[:IN_REGION]->(r)`,
    ),
  );
  expect((await previewBatch(deps, ids)).joins.reduce((sum, { links }) => sum + links, 0)).toBe(3);
  const across = async (first: string[]) => {
    const asked = { state: 'pending', across: true, first, limit: 60, offset: 0 } as const;
    return (await listProposals(deps, asked)).proposals.map((each) => each.id);
  };
  expect(await across([])).toEqual([]);
  expect(await across(ids.toReversed())).toEqual(ids.toReversed());
  await acceptProposals(deps, ids);
  expect(await previewBatch(deps, ids)).toMatchObject({ links: 0, decided: 3 });
  const late = acceptProposals(deps, [found[3]?.id ?? '', ids[0] ?? '']);
  await expect(late).rejects.toMatchObject({ code: 'already_decided' });
  expect((await readProposal(deps, found[3]?.id ?? '')).state).toBe('pending');
  const undone = await undo({ graph }, {});
  expect(undone.changed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

const otherWords =
  '# Kiln\n\nThe kiln is heated slowly. Without a kiln no glaze is more than dust on a pot. Its walls keep the heat for a day.\n';

test('a rejected pair comes back only when its quoted words are gone, and says so', async () => {
  const { id, evidence } = await between('Kiln', 'Glaze');
  await rejectProposals(deps, [id], 'wrong');
  await propose();
  expect(await readProposal(deps, id)).toMatchObject({ state: 'rejected', returned: null });
  await vault.write('Kiln.md', otherWords);
  await ingestVault({ graph }, { path: vault.dir });
  expect((await propose()).map((each) => each.id)).toContain(id);
  const back = await readProposal(deps, id);
  const quoted = evidence.find(({ path }) => path === 'Kiln.md')?.shown;
  expect(back).toMatchObject({
    state: 'pending',
    returned: [quoted],
    rejectReason: 'wrong',
    decidedAt: null,
  });
  expect(back.evidence.map(({ shown }) => shown)).not.toContain(quoted);
  expect(await viewLearning(deps)).toMatchObject({ decisions: 0 });
  await rejectProposals(deps, [id], null);
  await propose();
  expect(await readProposal(deps, id)).toMatchObject({ state: 'rejected' });
});

test('one that is trivial, or there in other words, stays away whatever becomes of its quotes', async () => {
  const { id } = await between('Kiln', 'Glaze');
  await rejectProposals(deps, [id], 'trivial');
  await vault.write('Kiln.md', otherWords);
  await ingestVault({ graph }, { path: vault.dir });
  await propose();
  expect(await readProposal(deps, id)).toMatchObject({ state: 'rejected', returned: null });
});
