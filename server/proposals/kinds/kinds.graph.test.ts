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
  listDecidedJoins,
  listPendingJoins,
  listProposals,
  proposeNow,
  readProposal,
  rejectProposals,
} from '../index.ts';
import { noModels } from '../testing/no-models.ts';
import { makeSmallVault } from '../testing/small-vault.ts';
import { writeRegionsOf } from '../testing/regions.cypher.ts';

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
async function isDecidedForGood(
  { id, kind }: Proposal,
  isDone: () => Promise<boolean>,
  meanwhile: Record<string, string> = { 'Двор.md': '# Двор\n\nВо дворе теперь держат кур.\n' },
): Promise<void> {
  await acceptProposals(deps, [id]);
  expect(await isDone()).toBe(true);
  await undo({ graph }, { count: 1 });
  expect(await isDone()).toBe(false);
  expect((await readProposal(deps, id)).state).toBe('pending');
  await redo({ graph }, { count: 1 });
  expect(await isDone()).toBe(true);
  await write(meanwhile);
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

test('two names of one thing: what leads to the one leads to the other, and undo brings all of it back', async () => {
  await write({
    'Печи.md': '# Печи\n\nЗдесь о том, как кладут печи.\n',
    'Двор.md': '# Двор\n\nВо дворе стоит [[Гончарный круг]] под навесом.\n',
    'Круги гончарные.md': '# Круги гончарные\n\nКруг вращают ногой, глину держат руками.\n',
    'Сарай.md': '# Сарай\n\nВерсии станка: [[Станок 1]] и [[Станок 2]] стоят в сарае.\n',
  });
  const merges = await propose('merge');
  expect(merges.map(({ from, to }) => `${from.title} = ${to.title}`)).toEqual([
    'Гончарный круг = Круги гончарные',
  ]);
  const [merge] = merges;
  if (merge === undefined) throw new Error('no merge');
  expect(merge).toMatchObject({ name: 'Круги гончарные', moves: ['Двор'] });
  const title = 'Гончарный круг = Круги гончарные';
  expect(await listPendingJoins({ graph })).toMatchObject([{ id: merge.id, fills: merge.from.id, title }]);
  await isDecidedForGood(
    merge,
    async () => {
      const scene = await readScene({ graph }, { title: 'Круги гончарные' });
      const { merged } = await listDecidedJoins({ graph });
      const calls = scene.links.filter(({ direction }) => direction === 'in');
      return (
        scene.aliases.includes('Гончарный круг') &&
        calls.map(({ other }) => other.title).join() === 'Двор' &&
        merged.some(({ id, callers }) => id === merge.from.id && callers.length === 1)
      );
    },
    { 'Двор.md': '# Двор\n\nПод навесом во дворе стоит [[Гончарный круг]].\n' },
  );
});

test('a call by words that lead to a note elsewhere means that note', async () => {
  await write({
    'Двор.md': '# Двор\n\nДрова сушат под [[Навес|крытым местом]], там же стоят сани.\n',
    'Сарай.md': '# Сарай\n\nСани зимуют под [[Навес|крытым местом]] у забора.\n',
    'Навес.md': '# Навес\n\nНавес держат четыре столба из лиственницы.\n',
    'Склад.md': '# Склад\n\nМешки с глиной лежат под [[Крытое место]] и не мокнут.\n',
    'Погреб.md': '# Погреб\n\nКрынки осенью переносят под [[Крытое место]] к самой стене.\n',
  });
  const merges = await propose('merge');
  expect(merges.map(({ from, to }) => `${from.title} = ${to.title}`)).toEqual(['Крытое место = Навес']);
  // then its draft is not needed any longer, and is again once that is taken back
  const drafts = await propose('scene');
  expect(drafts.map(({ to }) => to.title)).toEqual(['Крытое место']);
  await acceptProposals(deps, [merges[0]?.id ?? '']);
  const stateOf = async () => (await readProposal(deps, drafts[0]?.id ?? '')).state;
  expect(await stateOf()).toBe('stale');
  await undo({ graph }, {});
  await followQuotes(deps);
  expect(await stateOf()).toBe('pending');
});

test('the sentence of a plain link names its kind', async () => {
  await write({
    'Двор.md': '# Двор\n\nДвор держат сухим.\n',
    'Сушка.md': '# Сушка\n\nСушка под открытым небом требует [[Двор|чистого двора]] и времени.\n',
  });
  const [relation] = await propose('relation');
  if (relation === undefined) throw new Error('no relation');
  expect(relation).toMatchObject({
    relation: 'requires',
    from: { title: 'Сушка' },
    to: { title: 'Двор' },
    cue: { text: 'требует' },
  });
  await isDecidedForGood(
    relation,
    async () => {
      const { links } = await readScene({ graph }, { title: 'Сушка' });
      return links.some(({ relation: kind, direction }) => kind === 'requires' && direction === 'out');
    },
    { 'Склад.md': '# Склад\n\nСклад пуст.\n' },
  );
});

test('a question that nobody answered where it was asked, and the sentence that answers it', async () => {
  await write({
    'Вопросы.md': '# Вопросы\n\nПочему белая чаша трескается в печи?\n',
    'Трещины.md': '# Трещины\n\nБелая чаша трескается, когда печь остывает слишком быстро.\n',
  });
  const [answer] = await propose('answer');
  if (answer === undefined) throw new Error('no answer');
  expect(answer).toMatchObject({ relation: 'answers', from: { title: 'Трещины' }, to: { title: 'Вопросы' } });
  await isDecidedForGood(answer, async () => {
    const { links } = await readScene({ graph }, { title: 'Вопросы' });
    return links.some(({ relation: kind, direction }) => kind === 'answers' && direction === 'in');
  });
});

test('two claims of one thing that cannot both be true; what is only asked or reported claims nothing', async () => {
  await write({
    'Первый.md': '# Первый\n\nБелая глина выдерживает сильный жар печи.\n',
    'Второй.md': '# Второй\n\nБелая глина не выдерживает сильный жар печи.\n',
    'Третий.md': '# Третий\n\nГоворят, белая глина не выдерживает сильный жар печи.\n',
  });
  const found = await propose('contradiction');
  expect(found.map(({ from, to }) => [from.title, to.title].toSorted())).toEqual([['Второй', 'Первый']]);
  const [contradiction] = found;
  if (contradiction === undefined) throw new Error('no contradiction');
  await isDecidedForGood(contradiction, async () => {
    const { links } = await readScene({ graph }, { title: 'Первый' });
    return links.some(({ relation: kind }) => kind === 'contradicts');
  });
});

test('one name of two things: the one side gets a concept of its own', async () => {
  const river = (more: string) =>
    `# ${more}\n\nНа берегу реки (${more}) стоит **лук речной** возле воды, рыба и лодки у воды реки.\n`;
  const shot = (more: string) =>
    `# ${more}\n\nСтрела (${more}) летит из **лук речной** в мишень, тетива натянута, стрелок целит в мишень.\n`;
  await write({
    'А.md': river('Плёс'),
    'Б.md': river('Омут'),
    'В.md': shot('Турнир'),
    'Г.md': shot('Тренировка'),
  });
  const [split] = await propose('split');
  if (split === undefined) throw new Error('no split');
  expect(split).toMatchObject({
    from: { title: 'лук речной' },
    moves: expect.arrayContaining([expect.any(String)]),
  });
  await isDecidedForGood(split, async () => {
    const told = await Promise.all(
      ['Плёс', 'Омут', 'Турнир', 'Тренировка'].map((title) => readScene({ graph }, { title })),
    );
    const names = told.flatMap(({ concepts }) => concepts.map(({ name }) => name));
    return (
      names.filter((name) => name === 'лук речной').length === 2 &&
      names.filter((name) => name === split.name).length === 2
    );
  });
});

test('where several links between two regions wait, a scene of their quotes would join them', async () => {
  await rm(path.dirname(dir), { recursive: true });
  await graph.empty();
  dir = (await makeSmallVault()).dir;
  await write({});
  const links = await proposeNow(deps, { kind: 'link', limit: 40 });
  const rows = [...new Set(links.proposals.flatMap(({ from, to }) => [from.title, to.title]))].map(
    (title, at) => ({
      region: at % 2 === 0 ? 'fire' : 'water',
      title,
    }),
  );
  await graph.write((tx) => tx.run(writeRegionsOf, { rows }));
  const bridge = (await propose('scene')).find(({ name }) => name !== null);
  if (bridge === undefined) throw new Error('no bridge');
  expect(new Set(bridge.evidence.map(({ side }) => side))).toEqual(new Set(['from', 'to']));
  expect(bridge.draft?.every(({ by, evidence }) => by === 'template' && evidence.length === 1)).toBe(true);
  await isDecidedForGood(bridge, async () => {
    const scene = await readScene({ graph }, { title: bridge.name ?? '' }).catch(() => null);
    return scene?.kind === 'draft' && scene.state === 'present' && scene.links.length > 1;
  });
});
