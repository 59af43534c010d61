import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import { undo } from '../../changes/undo.ts';
import { createField } from '../../field/create-field.ts';
import { keepZone, readZones } from '../../gaps/keep-zones.ts';
import { namedZones } from '../../gaps/zones.ts';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import { ingestVault } from '../../vault/ingest/ingest-vault.ts';
import { readScene } from '../../vault/read-scene.ts';
import type { ProposalDeps } from '../deps.ts';
import {
  acceptProposals,
  followQuotes,
  listPendingJoins,
  listProposals,
  proposeNow,
  readProposal,
  rejectProposals,
} from '../index.ts';
import { noModels } from '../testing/no-models.ts';
import { makeOneNoteVault, oneNote, type OneNoteVault } from '../testing/one-note.ts';
import { readSections } from './read-sections.ts';

let graph: TestGraph;
let deps: ProposalDeps;
let vault: OneNoteVault;

beforeAll(async () => {
  graph = await openTestGraph();
  deps = { graph, models: noModels };
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeOneNoteVault();
  await ingestVault({ graph }, { path: vault.dir });
});
afterEach(() => vault.remove());

const propose = async () => (await proposeNow(deps, { kind: 'link' })).proposals;

const advice = '3. Что делать';
const schedule = '1. Расписание кормления закваски';

function between(proposals: readonly Proposal[], a: string, b: string): Proposal {
  const found = proposals.find(
    ({ from, to }) => [from.title, to.title].sort().join() === [a, b].sort().join(),
  );
  if (found === undefined) throw new Error(`no proposal between ${a} and ${b}`);
  return found;
}

test('in a vault of one note its sections are linked, with a verbatim quote of each; never a part with what holds it, nor sources', async () => {
  const proposals = await propose();
  const { sections } = await readSections(graph, null);
  const byId = new Map(sections.map((section) => [section.id, section]));
  expect(proposals.length).toBeGreaterThan(2);
  for (const { from, to, evidence } of proposals) {
    const [a, b] = [byId.get(from.id), byId.get(to.id)];
    expect([a?.title, b?.title]).not.toContain('Источники');
    expect(a?.within).not.toContain(to.id);
    expect(b?.within).not.toContain(from.id);
    expect(evidence.map(({ side }) => side).toSorted()).toEqual(['from', 'to']);
    for (const { side, start, end, text } of evidence) {
      expect(oneNote.slice(start, end)).toBe(text);
      const own = side === 'from' ? a : b;
      expect(own?.passages.some((passage) => passage.text.includes(text))).toBe(true);
    }
  }
  const { evidence } = between(proposals, advice, schedule);
  expect(evidence.map(({ shown }) => shown).toSorted()).toEqual([
    'Пока закваска кормится от случая к случаю — она остаётся голодной и не поднимает тесто.',
    'Сначала нужно расписание: кормить закваску дважды в день и записывать подъём.',
  ]);
});

test('accepted it lights a zone of that section, undone the zone is dark again', async () => {
  const { id, from, to } = between(await propose(), advice, schedule);
  const section = [from, to].find(({ title }) => title === schedule);
  await keepZone(graph, { name: 'Закваска', sceneIds: [section?.id ?? ''] });
  const [zone] = await readZones(graph);
  const isLit = async () => {
    const field = await createField({ graph }).load();
    return (await namedZones(graph, zone ? [zone] : [], { field, notes: null })).map((each) => each.isLit);
  };
  const waiting = async () => {
    await propose();
    const asked = { state: 'pending', kind: 'link', limit: 50, offset: 0 } as const;
    const { proposals } = await listProposals(deps, asked);
    const pairs = proposals.map((each) => [each.from.id, each.to.id].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
    return proposals.map((each) => each.id);
  };
  // by its sections: the note is one and the same
  expect(await listPendingJoins({ graph })).toContainEqual(
    expect.objectContaining({ id, fromId: from.id, toId: to.id, fills: null }),
  );
  expect(await isLit()).toEqual([false]);
  const before = await waiting();

  await acceptProposals(deps, [id]);
  expect(await isLit()).toEqual([true]);
  const { links } = await readScene({ graph }, { id: from.id });
  expect(links.map(({ other, origin, evidence }) => [other.id, origin, evidence.length])).toContainEqual([
    to.id,
    'model',
    2,
  ]);
  // what else is proposed stays what it was
  expect(await waiting()).toEqual(before.filter((each) => each !== id));

  await undo({ graph }, { count: 1 });
  expect(await isLit()).toEqual([false]);
  expect(await waiting()).toContain(id);
});

test('what was rejected does not come back; each section and the note list what is about them', async () => {
  const proposals = await propose();
  const { id, from } = between(proposals, advice, schedule);
  const idsOf = async (sceneId: string) => {
    const listed = await listProposals(deps, { state: 'pending', sceneId, limit: 50, offset: 0 });
    return listed.proposals.map((each) => each.id);
  };
  const { within } = (await readSections(graph, null)).sections.find((each) => each.id === from.id) ?? {};
  expect(await idsOf(from.id)).toContain(id);
  expect((await idsOf(within?.at(-1) ?? '')).toSorted()).toEqual(
    expect.arrayContaining(proposals.map((each) => each.id)),
  );

  await rejectProposals(deps, [id], 'trivial');
  const again = await proposeNow(deps, { kind: 'link' });
  expect(again.proposals.map((each) => each.id)).not.toContain(id);
  expect(again.dropped['rejected']).toBe(1);
});

test('quotes are followed within their section: moved they stay, gone the proposal is set aside and gets others', async () => {
  const { id } = between(await propose(), advice, schedule);
  const save = async (from: string, to: string) => {
    await vault.write(oneNote.replace(from, to));
    await ingestVault({ graph }, { path: vault.dir });
    await followQuotes({ graph });
    return readProposal(deps, id);
  };
  const quote = 'Сначала нужно расписание: кормить закваску дважды в день и записывать подъём.';
  const moved = await save(quote, `Не спеши. ${quote}`);
  expect(moved).toMatchObject({ state: 'pending', lost: [] });
  expect(moved.evidence.map(({ shown }) => shown)).toContain(quote);

  // the same words in another section are not this one's
  await vault.write(
    oneNote.replace(quote, 'Нужно расписание для закваски.').replace('Тесто расп', `${quote} Тесто расп`),
  );
  await ingestVault({ graph }, { path: vault.dir });
  await followQuotes({ graph });
  expect(await readProposal(deps, id)).toMatchObject({ state: 'stale', staleReason: 'evidence_changed' });
  await proposeNow(deps, { again: id });
  expect(await readProposal(deps, id)).toMatchObject({ state: 'pending', lost: [] });
});

test('with five notes in it, pairs of notes are looked at and no sections', async () => {
  for (const at of [1, 2, 3, 4])
    await vault.add(`Лист ${at}.md`, `# Лист ${at}\n\nХлеб на закваске печётся на камне.\n`);
  await ingestVault({ graph }, { path: vault.dir });
  const { proposals, dropped } = await proposeNow(deps, { kind: 'link' });
  expect(proposals).toEqual([]);
  expect(dropped).toEqual({ too_weak: 5 * 4 });
});
