import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Proposal, ProposalKind } from '../../../graph-schema/proposal.ts';
import { redo, undo } from '../../changes/undo.ts';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import { ingestVault } from '../../vault/ingest/ingest-vault.ts';
import { readScene } from '../../vault/read-scene.ts';
import type { ProposalDeps } from '../deps.ts';
import {
  acceptProposals,
  followQuotes,
  listProposals,
  proposeNow,
  readProposal,
  rejectProposals,
} from '../index.ts';
import { noModels } from '../testing/no-models.ts';

const notes: Record<string, string> = {
  'Печь.md':
    '# Печь\n\nДля чаши нужен **медленный обжиг**. Печь нагревают до 900 градусов. Медленный обжиг длится сутки.\n',
  'Чаша.md': '# Чаша\n\nЧаша не треснет при медленном обжиге. После него её красят.\n',
  'Глина.md': '# Глина\n\nБелая глина любит медленный обжиг и не любит воду.\n',
  'Склад.md': '# Склад\n\nПро медленный обжиг здесь ничего нет, кроме этих слов.\n',
  'Двор.md': '# Двор\n\nВо дворе сушат дрова и держат коз.\n',
};

let graph: TestGraph;
let deps: ProposalDeps;
let dir: string;

beforeAll(async () => {
  graph = await openTestGraph();
  deps = { graph, models: noModels };
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  dir = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-kinds-')), 'kiln');
  await mkdir(dir);
  await write(notes);
});
afterEach(() => rm(path.dirname(dir), { recursive: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(dir, name), text);
  await ingestVault({ graph }, { path: dir });
  await followQuotes(deps);
}

async function propose(kind: ProposalKind): Promise<Proposal[]> {
  const { proposals } = await proposeNow(deps, { kind, limit: 20 });
  for (const { evidence } of proposals) {
    expect(evidence.length).toBeGreaterThan(1);
    for (const quote of evidence) {
      const text = await readFile(path.join(dir, quote.path), 'utf8');
      expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  }
  return proposals;
}

/** Accepted, undone, accepted again, read again by an ingest; then, after an undo, rejected for good. */
async function isDecidedForGood({ id, kind }: Proposal, isDone: () => Promise<boolean>): Promise<void> {
  await acceptProposals(deps, [id]);
  expect(await isDone()).toBe(true);
  await undo({ graph }, { count: 1 });
  expect(await isDone()).toBe(false);
  expect((await readProposal(deps, id)).state).toBe('pending');
  await redo({ graph }, { count: 1 });
  expect(await isDone()).toBe(true);
  await write({ 'Двор.md': '# Двор\n\nВо дворе теперь держат кур.\n' });
  expect(await isDone()).toBe(true);
  await undo({ graph }, { count: 1 });
  expect(await isDone()).toBe(false);
  await rejectProposals(deps, [id], 'wrong');
  const again = await propose(kind);
  expect(again.map((each) => each.id)).not.toContain(id);
  expect((await readProposal(deps, id)).state).toBe('rejected');
}

test('an idea that three notes tell, in any form of its words, becomes a scene that they call for', async () => {
  const [idea] = await propose('concept');
  if (idea === undefined) throw new Error('no concept');
  expect(idea).toMatchObject({ kind: 'concept', name: 'медленный обжиг' });
  expect(idea.evidence.map(({ path: file }) => file).toSorted()).toEqual([
    'Глина.md',
    'Печь.md',
    'Склад.md',
    'Чаша.md',
  ]);
  await isDecidedForGood(idea, async () => {
    const scene = await readScene({ graph }, { title: 'медленный обжиг' }).catch(() => null);
    return scene?.state === 'missing' && scene.links.length === 4;
  });
});

test('a quote that is gone sets a concept aside, and a note of its name settles it', async () => {
  const [idea] = await propose('concept');
  if (idea === undefined) throw new Error('no concept');
  await write({ 'Склад.md': '# Склад\n\nЗдесь больше ничего нет.\n' });
  expect(await readProposal(deps, idea.id)).toMatchObject({
    state: 'stale',
    staleReason: 'evidence_changed',
  });
  const [again] = await propose('concept');
  expect(again).toMatchObject({ id: idea.id, state: 'pending' });
  await acceptProposals(deps, [idea.id]);
  await write({ 'медленный обжиг.md': 'Сутки при малом огне.\n' });
  expect(await readScene({ graph }, { title: 'медленный обжиг' })).toMatchObject({ state: 'present' });
  expect(
    (await listProposals(deps, { state: 'pending', kind: 'concept', limit: 9, offset: 0 })).proposals,
  ).toEqual([]);
});
