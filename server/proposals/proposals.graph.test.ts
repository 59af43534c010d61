import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Proposal } from '../../graph-schema/proposal.ts';
import type { Models } from '../../models/models.ts';
import { redo, undo } from '../changes/undo.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';
import { readScene } from '../vault/read-scene.ts';
import type { ProposalDeps } from './deps.ts';
import { readMissingScene, readMissingScenes } from './drafts/missing-scenes.ts';
import {
  acceptProposals,
  draftWork,
  editProposal,
  followQuotes,
  laterProposals,
  listPendingJoins,
  listProposals,
  proposeNow,
  readProposal,
  reasonsWork,
  rejectProposals,
} from './index.ts';
import { noModels } from './testing/no-models.ts';
import { writeRegionsOf } from './testing/regions.cypher.ts';
import { scriptedModels } from './testing/scripted-models.ts';
import { makeSmallVault, type SmallVault } from './testing/small-vault.ts';

let graph: TestGraph;
let deps: ProposalDeps;
let vault: SmallVault;

beforeAll(async () => {
  graph = await openTestGraph();
  deps = { graph, models: noModels };
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeSmallVault();
  await ingestVault({ graph }, { path: vault.dir });
});
afterEach(() => vault.remove());

async function proposeLinks(): Promise<Proposal[]> {
  return (await proposeNow(deps, { kind: 'link', limit: 40 })).proposals;
}

function between(proposals: readonly Proposal[], a: string, b: string): Proposal {
  const found = proposals.find(
    ({ from, to }) => [from.title, to.title].sort().join() === [a, b].sort().join(),
  );
  if (found === undefined) throw new Error(`no proposal between ${a} and ${b}`);
  return found;
}

async function linksOf(title: string): Promise<string[]> {
  const { links } = await readScene({ graph }, { title });
  return links.map(
    ({ relation, direction, other, origin }) => `${relation} ${direction} ${other.title} ${origin}`,
  );
}

test('every quote is a verbatim slice of its file, and a cue in it names the relation', async () => {
  const proposals = await proposeLinks();
  expect(proposals.length).toBeGreaterThan(3);
  expect(proposals.map(({ rank }) => rank)).toEqual(proposals.map((_, at) => at + 1));
  for (const { evidence } of proposals) {
    expect(new Set(evidence.map(({ side }) => side))).toEqual(new Set(['from', 'to']));
    for (const quote of evidence) {
      const text = await readFile(path.join(vault.dir, quote.path), 'utf8');
      expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  }
  const glaze = between(proposals, 'Kiln', 'Glaze');
  expect(glaze).toMatchObject({
    relation: 'leads_to',
    from: { title: 'Kiln' },
    cue: { text: 'leads to' },
    probability: null,
  });
});

test('between two regions only what joins them is looked for', async () => {
  const regions = { hot: ['Kiln', 'Wood'], wet: ['Glaze', 'Bowl', 'Clay'] };
  const rows = Object.entries(regions).flatMap(([region, titles]) =>
    titles.map((title) => ({ region, title })),
  );
  await graph.write((tx) => tx.run(writeRegionsOf, { rows }));
  const asked = { kind: 'link', regionId: 'hot', toRegionId: 'wet' } as const;
  const { proposals } = await proposeNow(deps, asked);
  expect(proposals.length).toBeGreaterThan(0);
  for (const { from, to } of proposals) {
    const ends = [from.title, to.title];
    expect(ends.filter((title) => regions.hot.includes(title))).toHaveLength(1);
    expect(ends.filter((title) => regions.wet.includes(title))).toHaveLength(1);
  }
  await expect(proposeNow(deps, { ...asked, toRegionId: 'nowhere' })).rejects.toThrow('not_found');
});

test('accept, undo, accept again: the link is there with its quotes, and stays through every ingest', async () => {
  const { id } = between(await proposeLinks(), 'Kiln', 'Glaze');
  await acceptProposals(deps, [id]);
  expect(await linksOf('Kiln')).toContain('leads_to out Glaze model');
  await expect(acceptProposals(deps, [id])).rejects.toMatchObject({
    code: 'already_decided',
    values: { id, state: 'accepted' },
  });

  const undone = await undo({ graph }, { count: 1 });
  expect(undone.changed).toEqual([{ id, state: 'pending' }]);
  expect(await linksOf('Kiln')).not.toContain('leads_to out Glaze model');

  await acceptProposals(deps, [id]);
  await vault.write('Kiln.md', '# Kiln\n\nThe kiln was rebuilt. Nothing else is known.\n');
  await ingestVault({ graph }, { path: vault.dir });
  expect(await linksOf('Kiln')).toContain('leads_to out Glaze model');
  expect((await proposeLinks()).some((each) => each.id === id)).toBe(false);
});

test('a rejected pair does not come back, also the other way round; undo brings it back', async () => {
  const { id, from, to } = between(await proposeLinks(), 'Kiln', 'Glaze');
  expect(await rejectProposals(deps, [id], 'trivial')).toEqual([{ id, state: 'rejected' }]);
  expect(await readProposal(deps, id)).toMatchObject({ state: 'rejected', rejectReason: 'trivial' });
  const again = await proposeNow(deps, { kind: 'link', limit: 40 });
  expect(() => between(again.proposals, from.title, to.title)).toThrow('no proposal');
  expect(again.dropped['rejected']).toBeGreaterThan(0);
  await undo({ graph }, { count: 1 });
  expect(between(await proposeLinks(), from.title, to.title).id).toBe(id);
  await redo({ graph }, { count: 1 }).catch(() => null);
});

test('what is set aside waits outside of the queue; what an edit made untrue becomes stale', async () => {
  const [first, second] = await proposeLinks();
  if (first === undefined || second === undefined) throw new Error('no proposals');
  await laterProposals(deps, [first.id]);
  const { proposals, counts } = await listProposals(deps, {
    state: 'pending',
    kind: 'link',
    limit: 100,
    offset: 0,
  });
  expect(proposals.some(({ id }) => id === first.id)).toBe(false);
  expect((await listPendingJoins({ graph })).filter(({ fills }) => fills === null)).toEqual(
    proposals.map(({ id, from, to }) => ({
      id,
      fromId: from.id,
      toId: to.id,
      title: `${from.title} → ${to.title}`,
      chance: expect.closeTo(0, 1) as number,
      fills: null,
    })),
  );
  expect(counts.later).toBe(1);

  const glaze = between(proposals.concat(first), 'Kiln', 'Glaze');
  await vault.write('Kiln.md', '# Kiln\n\nThe kiln needs [[Glaze]].\n');
  await ingestVault({ graph }, { path: vault.dir });
  await proposeLinks();
  expect((await readProposal(deps, glaze.id)).state).toBe('stale');
});

test('a person may turn a link round and give it another relation before accepting it', async () => {
  const { id, from, to } = between(await proposeLinks(), 'Kiln', 'Glaze');
  const edited = await editProposal(deps, { id, relation: 'requires', turn: true });
  expect(edited).toMatchObject({ relation: 'requires', from: to, to: from, cue: null });
  await proposeLinks();
  expect(await readProposal(deps, id)).toMatchObject({ relation: 'requires', from: to });
  await acceptProposals(deps, [id]);
  expect(await linksOf(to.title)).toContain(`requires out ${from.title} model`);
});

test('a missing scene is drafted from the quotes that call for it; accepted it is present and links its sources, undone it is missing again', async () => {
  const { proposals } = await proposeNow(deps, { kind: 'scene' });
  const ash = proposals.find(({ to }) => to.title === 'Ash');
  expect(ash?.draft?.length).toBeGreaterThanOrEqual(3);
  for (const { evidence, by } of ash?.draft ?? []) {
    expect(by).toBe('template');
    for (const quote of evidence) {
      const text = await readFile(path.join(vault.dir, quote.path), 'utf8');
      expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  }
  await acceptProposals(deps, [ash?.id ?? '']);
  const scene = await readScene({ graph }, { title: 'Ash' });
  expect(scene).toMatchObject({ state: 'present', origin: 'model', kind: 'draft' });
  expect(scene.body).toContain('It is mixed from Ash and Clay');
  expect(await linksOf('Ash')).toContain('links_to out Glaze model');

  await ingestVault({ graph }, { path: vault.dir });
  expect((await readScene({ graph }, { title: 'Ash' })).state).toBe('present');
  await undo({ graph }, { count: 1 });
  expect((await readScene({ graph }, { title: 'Ash' })).state).toBe('missing');
});

const context = { id: 'job', signal: new AbortController().signal, report: () => {} };

test("a reason that passes the check is the model's; one with words from nowhere gives way to the template; both outlive the next run", async () => {
  const { id } = between(await proposeLinks(), 'Kiln', 'Glaze');
  await reasonsWork({ graph, models: scriptedModels('unicorns dance over purple volcanoes.') })({}, context);
  expect(await readProposal(deps, id)).toMatchObject({ reason: null, reasonBy: 'template', model: null });

  await graph.empty();
  await ingestVault({ graph }, { path: vault.dir });
  await proposeLinks();
  await reasonsWork({
    graph,
    // Says each excerpt again, which every check lets pass.
    models: scriptedModels(({ prompt }) =>
      Promise.resolve(/: ([^\n]*)/.exec(prompt)?.[1]?.split('. ')[0] ?? ''),
    ),
  })({}, context);
  const written = {
    reasonBy: 'model',
    model: 'scripted',
    reason: expect.stringMatching(/Kiln: .*glaze.*; Glaze: .*glaze/i) as string,
  };
  expect(await readProposal(deps, id)).toMatchObject(written);
  await proposeLinks();
  expect(await readProposal(deps, id)).toMatchObject(written);
});

test('a model drafts a missing scene from its quotes, each sentence with its source', async () => {
  const { proposals } = await proposeNow(deps, { kind: 'scene' });
  const ash = proposals.find(({ to }) => to.title === 'Ash');
  const models = scriptedModels('Glaze is mixed from ash and clay.');
  const result = await draftWork({ graph, models })({ sceneId: ash?.to.id }, context);
  expect(result).toMatchObject({ drafted: 1 });
  const drafted = await readProposal(deps, ash?.id ?? '');
  expect(drafted).toMatchObject({ model: 'scripted', models: ['scripted'] });
  expect(drafted.draft).toHaveLength(1);
  expect(drafted.draft?.[0]).toMatchObject({ by: 'model', text: 'Glaze is mixed from ash and clay.' });
  expect(drafted.draft?.[0]?.evidence[0]?.text).toContain('[[Ash]]');
});

describe('a draft that a person asks for', () => {
  /** what a model could write from each of two of the notes that call for Ash */
  const answers: [string, string][] = [
    ['mixed from', 'Ash is mixed with clay.'],
    ['its banks', 'Wood from the banks gives ash.'],
  ];
  let ashId: string;
  beforeEach(async () => {
    const { proposals } = await proposeNow(deps, { kind: 'scene' });
    ashId = proposals.find(({ to }) => to.title === 'Ash')?.to.id ?? '';
  });

  /** Writes one sentence at once and the second when `written` is settled. */
  function inTurn(written: Promise<unknown>, onAsked: (asked: string) => void = () => undefined): Models {
    let sentences = 0;
    return scriptedModels(async ({ prompt, answerStart }, { priority = 'background', signal }) => {
      const [words, answer] = answers.find(([part]) => prompt.includes(part)) ?? [];
      if (words === undefined || answer === undefined || answerStart !== '') return 'no.';
      onAsked(`${priority} ${words}`);
      sentences += 1;
      if (sentences > 1) await orAborted(written, signal);
      return answer;
    });
  }
  const asProposed = async () => {
    const { proposals } = await listProposals(deps, { state: 'pending', kind: 'scene', limit: 9, offset: 0 });
    return proposals.find(({ to }) => to.id === ashId);
  };
  const sentences = async () =>
    ((await asProposed())?.draft ?? []).filter(({ by }) => by === 'model').map(({ text }) => text);
  const waitForFirst = () => expect.poll(sentences, { timeout: 10_000 }).toHaveLength(1);

  test('is there sentence by sentence, each told as it comes', async () => {
    let goOn = (): void => undefined;
    const written = new Promise<void>((resolve) => (goOn = resolve));
    const told: number[] = [];
    const report = ({ done }: { done: number }) => void told.push(done);
    const job = draftWork({ graph, models: inTurn(written) })({ sceneId: ashId }, { ...context, report });
    await waitForFirst();
    const [first] = await sentences();
    goOn();
    expect(await job).toEqual({ drafted: 1, of: 1 });
    expect(told).toEqual([1, 2]);
    expect(await sentences()).toEqual([first, expect.any(String)]);
    expect((await sentences()).toSorted()).toEqual(answers.map(([, answer]) => answer));
  });

  test('is taken over from the background after its last sentence, and nothing is written twice', async () => {
    const asked: string[] = [];
    const note = (each: string) => void asked.push(each);
    let models = inTurn(new Promise(() => undefined), note);
    const work = draftWork({
      graph,
      models: { ...models, generate: (input, options) => models.generate(input, options) },
    });
    const background = work({}, context);
    await waitForFirst();
    const [first] = await sentences();
    models = inTurn(Promise.resolve(), note);
    expect(await work({ sceneId: ashId }, context)).toEqual({ drafted: 1, of: 1 });
    await background;
    const [began, interrupted, ...rest] = asked;
    expect(began).toMatch(/^soon/);
    expect(rest).toEqual([interrupted?.replace('soon', 'person')]);
    expect(await sentences()).toEqual([first, expect.any(String)]);
    expect(await work({ sceneId: ashId }, context)).toEqual({ drafted: 1, of: 1 });
    expect(asked).toHaveLength(3);
  });

  test('stops when the person decides meanwhile: what was accepted stays as it was read', async () => {
    let goOn = (): void => undefined;
    const decided = new Promise<void>((resolve) => (goOn = resolve));
    const job = draftWork({ graph, models: inTurn(decided) })({ sceneId: ashId }, context);
    await waitForFirst();
    const [first = ''] = await sentences();
    await acceptProposals(deps, [(await asProposed())?.id ?? '']);
    goOn();
    await job;
    const { body } = await readScene({ graph }, { id: ashId });
    for (const [, answer] of answers) expect(body?.includes(answer)).toBe(answer === first);
  });

  test('reads the same spans as the whole list does', async () => {
    for (const scene of await readMissingScenes(graph, { vaultId: null })) {
      expect(await readMissingScene(graph, scene.id)).toEqual(scene);
    }
  });
});

function orAborted(promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  const aborted = new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(new AppError('cancelled'))),
  );
  return Promise.race([promise, aborted]);
}

test('a sentence that only names a missing scene is no quote; a scene of which nothing else is said is not proposed', async () => {
  await vault.write(
    'List.md',
    '# List\n\n- [[Kaolin]]\n- <span class="icon"></span> Kaolin\n- See [[Kaolin|the white one]]\n- Mineral: [[Kaolin]]\n- [[Feldspar]]\n',
  );
  const rock = '# Rock\n\n<span id="f"></span>[[Feldspar]] melts <b>late</b>.\n';
  await vault.write('Rock.md', `${rock}\nA glaze of feldspar is white.\n`);
  await ingestVault({ graph }, { path: vault.dir });
  const missing = await readMissingScenes(graph, { vaultId: null });
  const quotesOf = (title: string) =>
    missing.find((scene) => scene.title === title)?.spans.map(({ text }) => text);
  expect(quotesOf('Feldspar')).toEqual([
    '<span id="f"></span>[[Feldspar]] melts <b>late</b>.',
    'A glaze of feldspar is white.',
  ]);
  expect(quotesOf('Kaolin')).toEqual([]);

  const { proposals, dropped } = await proposeNow(deps, { kind: 'scene' });
  const titles = proposals.map(({ to }) => to.title);
  expect(titles).toContain('Feldspar');
  expect(titles).not.toContain('Kaolin');
  expect(dropped['no_evidence']).toBe(1);
  const feldspar = proposals.find(({ to }) => to.title === 'Feldspar');
  const shownWords = ['Feldspar melts late.', 'A glaze of feldspar is white.'];
  expect(feldspar?.draft?.map(({ text }) => text)).toEqual(shownWords);
  expect(feldspar?.evidence.map(({ shown }) => shown)).toEqual(shownWords);
  const kaolin = missing.find(({ title }) => title === 'Kaolin')?.id ?? '';
  await expect(draftWork(deps)({ sceneId: kaolin }, context)).rejects.toMatchObject({
    code: 'nothing_said',
    values: { title: 'Kaolin' },
  });

  // one short sentence makes no draft, but for the person who asks for it
  await vault.write('Rock.md', rock);
  await ingestVault({ graph }, { path: vault.dir });
  await proposeNow(deps, { kind: 'scene' });
  expect((await readProposal(deps, feldspar?.id ?? '')).state).toBe('stale');
  await proposeNow(deps, { kind: 'scene', sceneId: feldspar?.to.id });
  expect((await readProposal(deps, feldspar?.id ?? '')).state).toBe('pending');

  // what was said before is said no longer
  await vault.write('Rock.md', '# Rock\n\n[[Feldspar]]\n');
  await ingestVault({ graph }, { path: vault.dir });
  await proposeNow(deps, { kind: 'scene' });
  expect((await readProposal(deps, feldspar?.id ?? '')).state).toBe('stale');
});

describe('when a quoted note is edited', () => {
  const kiln =
    '# Kiln\n\nThe kiln is heated slowly. High heat leads to glaze melting into glass. Its walls keep the heat for a day.\n';
  let before: Proposal;
  beforeEach(async () => {
    before = between(await proposeLinks(), 'Kiln', 'Glaze');
  });
  const save = async (text: string) => {
    await vault.write('Kiln.md', text);
    await ingestVault({ graph }, { path: vault.dir });
    await followQuotes({ graph });
    return readProposal(deps, before.id);
  };
  const listed = async (state: Proposal['state']) =>
    (await listProposals(deps, { state, kind: 'link', limit: 200, offset: 0 })).proposals.map(({ id }) => id);

  test('a sentence that only moved is found again, with its cue; nothing else of the proposal changes', async () => {
    const text = `# Kiln\n\nA new beginning.\n\n${kiln.slice(8, 36)} It was rebuilt. High heat leads to glaze melting into glass.\n`;
    const moved = await save(text);
    for (const { side, start, end, text: words } of moved.evidence) {
      if (side === 'from') expect(text.slice(start, end)).toBe(words);
    }
    expect(moved.cue).toMatchObject({ text: 'leads to', start: text.indexOf('leads to') });
    const words = ({ evidence }: Proposal) => evidence.map(({ side, text: said }) => `${side} ${said}`);
    expect(words(moved)).toEqual(words(before));
    const { rank: _rank, ...rest } = moved;
    expect(rest).toMatchObject({ state: 'pending', score: before.score, createdAt: before.createdAt });
  });

  test('without the sentence it is stale, is not counted and says so; it waits again when the sentence is back', async () => {
    const others = (await listed('pending')).filter((id) => id !== before.id);
    const stale = await save('# Kiln\n\nThe kiln was rebuilt.\n');
    expect(stale).toMatchObject({ state: 'stale', staleReason: 'evidence_changed' });
    expect(stale.lost).toEqual([{ side: 'from', shown: 'High heat leads to glaze melting into glass.' }]);
    expect(stale.evidence.map(({ side }) => side)).toEqual(['to']);
    expect(await listed('stale')).toContain(before.id);
    expect(await listed('pending')).not.toContain(before.id);
    expect(others).toEqual(expect.arrayContaining(await listed('pending')));
    await expect(acceptProposals(deps, [before.id])).rejects.toMatchObject({ code: 'already_decided' });

    const back = await save(
      '# Kiln\n\nIt was rebuilt. High heat leads to glaze melting into glass. And so on.\n',
    );
    expect(back).toMatchObject({ state: 'pending', staleReason: null, lost: [] });
    expect(back.evidence).toHaveLength(2);
  });

  test('what was put off comes back as put off; what was dropped does not come back', async () => {
    await laterProposals(deps, [before.id]);
    expect((await save('# Kiln\n\nThe kiln was rebuilt.\n')).state).toBe('stale');
    expect((await save(kiln)).state).toBe('later');
    await save('# Kiln\n\nThe kiln was rebuilt.\n');
    await rejectProposals(deps, [before.id], null);
    expect((await save(kiln)).state).toBe('rejected');
  });

  test('looked at again it gets other quotes; where there are none it says that, too', async () => {
    await save('# Kiln\n\nThe kiln was rebuilt by three men.\n');
    await vault.write('Glaze.md', '# Glaze\n\nNothing is known.\n');
    expect((await save('# Kiln\n\nIt burned down.\n')).state).toBe('stale');
    expect((await proposeNow(deps, { again: before.id })).dropped).toEqual({ no_evidence: 1 });
    expect(await readProposal(deps, before.id)).toMatchObject({ state: 'stale', lookedAgain: true });

    await save('# Kiln\n\nThe glaze of a pot needs a hot kiln.\n');
    await proposeNow(deps, { again: before.id });
    const found = await readProposal(deps, before.id);
    expect(found).toMatchObject({ state: 'pending', lookedAgain: false, lost: [] });
    expect(found.evidence.map(({ text }) => text)).toContain('The glaze of a pot needs a hot kiln.');
  });

  test('a draft goes with its quotes: led to where they stand, stale without one of them', async () => {
    const { proposals } = await proposeNow(deps, { kind: 'scene' });
    const ash = proposals.find(({ to }) => to.title === 'Ash');
    const wood = async (text: string) => {
      await vault.write('Wood.md', text);
      await ingestVault({ graph }, { path: vault.dir });
      await followQuotes({ graph });
      return readProposal(deps, ash?.id ?? '');
    };
    const moved = await wood('# Wood\n\nIt grows. What is left of it is [[Ash]].\n');
    expect(moved.state).toBe('pending');
    expect(moved.draft?.map(({ evidence }) => evidence.map(({ text }) => text))).toEqual(
      ash?.draft?.map(({ evidence }) => evidence.map(({ text }) => text)),
    );
    expect(await wood('# Wood\n\nIt grows.\n')).toMatchObject({
      state: 'stale',
      staleReason: 'evidence_changed',
      lost: [{ side: 'from', shown: 'What is left of it is Ash.' }],
    });
  });
});

test('a quote from a talk says who speaks', async () => {
  await vault.write(
    'Talk.md',
    '# Talk\n\n>[!nexus_user] **Anna** - 19.06.2025\n>Does the kiln need pine wood?\n\n>[!nexus_agent] **Model** - 19.06.2025\n>A salt glaze asks for [[Soda]] in the kiln. Soda comes as a powder.\n',
  );
  await ingestVault({ graph }, { path: vault.dir });
  const { proposals } = await proposeNow(deps, { kind: 'scene' });
  const soda = proposals.find(({ to }) => to.title === 'Soda');
  expect(soda?.evidence.map(({ speaker }) => speaker?.role)).toEqual(['model', 'model']);
  const glaze = proposals.find(({ to }) => to.title === 'Ash');
  expect(glaze?.evidence.map(({ speaker }) => speaker)).not.toContainEqual(expect.anything());
});
