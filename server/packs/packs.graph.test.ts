import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parsePack, writePack } from '../../scenes/index.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { NodeRef, Properties, Step } from '../changes/steps.ts';
import { undo } from '../changes/undo.ts';
import { type TestGraph, openTestGraph } from '../graph/testing/test-graph.ts';
import type { ProposalDeps } from '../proposals/deps.ts';
import { listProposals, readProposal } from '../proposals/index.ts';
import { exportPack } from './export-pack.ts';
import { importPack, previewPack } from './import-pack.ts';
import { listPacks } from './list-packs.ts';
import { removePack } from './remove-pack.ts';
import { listStarters, readStarter } from './starters.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(() => graph.empty());

const all = { selection: { what: 'all' } } as const;
const none = { scenes: 0, concepts: 0, links: 0, passages: 0, decisions: 0 };

function node(label: NodeRef['label'], id: string): NodeRef {
  return { label, id };
}

async function apply(steps: Step[]): Promise<void> {
  await graph.write((tx) => commitChange(tx, { kind: 'edit', values: {}, steps }));
}

function hold(
  label: NodeRef['label'],
  props: Properties & { id: string },
  holder: 'person' | `source:${string}` = 'person',
): Step {
  return { type: 'hold_node', node: node(label, props.id), props, holder };
}

/** A field as a reader of notes leaves it: a note with a nested section, a missing scene, a draft of a person, a decision. */
async function fillField(): Promise<void> {
  const text =
    '---\ntitle: Root\n---\nOpening words call [[Nowhere]].\n\n## Первый раздел\n\nСвязь важна: поле держит сцены.\n\n### Inner\n\nDeep text.\n';
  const at = (words: string): number => text.indexOf(words);
  const note = {
    state: 'present',
    origin: 'vault',
    aliases: [],
    rootId: 'note',
    sourceId: 'src',
    vaultId: 'v',
  };
  const passage = (id: string, sceneId: string, words: string): Properties & { id: string } => ({
    id,
    sceneId,
    rootId: 'note',
    start: at(words),
    end: at(words) + words.length,
    text: words,
    hash: id,
  });
  const join = (type: 'PART_OF' | 'NEXT' | 'OF', from: NodeRef, to: NodeRef): Step => ({
    type: 'join',
    join: { type, from, to },
  });
  await apply([
    hold('Source', { id: 'src', path: 'Root.md', text, vaultId: 'v' }, 'source:src'),
    hold(
      'Scene',
      {
        id: 'note',
        title: 'Root',
        kind: 'note',
        ...note,
        start: 0,
        end: text.length,
        x: 1.25,
        y: -3,
        order: 0,
      },
      'source:src',
    ),
    hold(
      'Scene',
      {
        id: 'sec',
        title: 'Первый раздел',
        kind: 'section',
        ...note,
        start: at('## П'),
        end: text.length,
        level: 2,
        order: 1,
      },
      'source:src',
    ),
    hold(
      'Scene',
      {
        id: 'inner',
        title: 'Inner',
        kind: 'section',
        ...note,
        start: at('### I'),
        end: text.length,
        level: 3,
        order: 2,
      },
      'source:src',
    ),
    hold(
      'Scene',
      {
        id: 'lost',
        title: 'Nowhere',
        kind: 'note',
        state: 'missing',
        origin: 'vault',
        aliases: [],
        rootId: 'lost',
      },
      'source:src',
    ),
    hold('Scene', {
      id: 'mine',
      title: 'Mine',
      kind: 'written',
      state: 'present',
      origin: 'person',
      aliases: ['my'],
      rootId: 'mine',
      body: 'My own words.',
    }),
    join('PART_OF', node('Scene', 'sec'), node('Scene', 'note')),
    join('PART_OF', node('Scene', 'inner'), node('Scene', 'sec')),
    hold('Passage', passage('p1', 'note', 'Opening words call [[Nowhere]].')),
    hold('Passage', passage('p2', 'sec', 'Связь важна: поле держит сцены.')),
    hold('Passage', passage('p3', 'inner', 'Deep text.')),
    hold('Passage', {
      id: 'p4',
      sceneId: 'mine',
      rootId: 'mine',
      start: 0,
      end: 13,
      text: 'My own words.',
      hash: 'p4',
    }),
    hold('Concept', { id: 'c1', name: 'поле', aliases: [], from: 'bold', origin: 'vault' }, 'source:src'),
    hold(
      'Concept',
      { id: 'c2', name: 'thing', aliases: ['вещь'], from: 'tag', origin: 'vault' },
      'source:src',
    ),
    join('PART_OF', node('Concept', 'c1'), node('Concept', 'c2')),
    link('l1', 'links_to', { from: node('Scene', 'note'), to: node('Scene', 'lost'), origin: 'vault' }, [
      ['p1', 19, 30],
    ]),
    link('l2', 'mentions', { from: node('Scene', 'sec'), to: node('Concept', 'c1'), origin: 'vault' }, [
      ['p2', 13, 17],
    ]),
    link('l3', 'leads_to', { from: node('Scene', 'inner'), to: node('Scene', 'mine'), origin: 'model' }, [
      ['p3', 0, 4],
      ['p4', 3, 12],
    ]),
    hold('Proposal', {
      id: 'no',
      kind: 'link',
      state: 'rejected',
      fromId: 'mine',
      toId: 'note',
      relation: 'links_to',
      seed: 7,
      models: ['e5'],
      rejectReason: 'wrong',
      score: 1.25,
      signalNames: ['anchor'],
      signalZs: [2.5],
      signalShares: [1],
      evidenceSides: ['to', 'from'],
      evidencePassages: ['p1', 'p4'],
      evidenceStarts: [0, 0],
      evidenceEnds: [7, 2],
    }),
  ]);
}

function link(
  id: string,
  kind: 'links_to' | 'mentions' | 'leads_to',
  { from, to, origin }: { from: NodeRef; to: NodeRef; origin: 'vault' | 'model' },
  quotes: [string, number, number][],
): Step {
  const evidence = {
    evidencePassages: quotes.map(([passage]) => passage),
    evidenceStarts: quotes.map(([, start]) => start),
    evidenceEnds: quotes.map(([, , end]) => end),
  };
  const accepted = origin === 'model' ? { acceptedBy: 'person', proposalId: 'yes' } : {};
  const props = { id, origin, ...evidence, ...accepted };
  return {
    type: 'hold_link',
    link: { kind, origin, from, to },
    props,
    holder: origin === 'model' ? 'proposal:yes' : 'source:src',
  };
}

test('what leaves and comes into an empty field leaves again with the same bytes', async () => {
  await fillField();
  const first = await exportPack({ graph }, all);
  expect(first).toMatchObject({ fileName: 'field.yaml', scenes: 5, concepts: 2, links: 3 });
  const parsed = parsePack(first.text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.pack.links.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))).toEqual([
    '[[Nowhere]]',
    'поле',
    'Deep',
    'own words',
  ]);
  expect(parsed.pack.scenes.find(({ id }) => id === 'inner')).toMatchObject({
    in: 'sec',
    span: { start: expect.any(Number) as number },
  });

  await graph.empty();
  const preview = await importPack({ graph }, { text: first.text });
  expect(preview).toMatchObject({ new: preview.counts, same: none, changed: none, conflicts: [] });
  const second = await exportPack({ graph }, all);
  expect(second.text).toBe(first.text);
  const around = await exportPack({ graph }, { selection: { what: 'scene', sceneId: 'sec', depth: 0 } });
  expect(around.fileName).toBe('Первый-раздел.yaml');
  expect(parsePack(around.text)).toMatchObject({
    pack: { scenes: [{ id: 'sec', body: expect.stringMatching(/^## Первый/) as string }, { id: 'inner' }] },
  });
});

test('every starter comes in and leaves as it was shipped', async () => {
  for (const language of ['ru', 'en'] as const)
    for (const { id, scenes } of await listStarters(language)) {
      await graph.empty();
      const text = await readStarter({ id, language });
      await importPack({ graph }, { text });
      expect(await listPacks({ graph })).toMatchObject([{ id: `${id}.${language}`, scenes }]);
      expect((await exportPack({ graph }, all)).text).toBe(text);
    }
});

test("a sender's decisions come in as the sender's, and stand in nobody's way", async () => {
  await fillField();
  const { text } = await exportPack({ graph }, all);
  await graph.empty();
  await importPack({ graph }, { text });
  const deps = { graph } as unknown as ProposalDeps;
  expect(await readProposal(deps, 'sender-no')).toMatchObject({
    state: 'rejected',
    from: { id: 'mine', title: 'Mine' },
    signals: [{ name: 'anchor', z: 2.5, share: 1 }],
    evidence: [
      { side: 'to', text: 'Opening' },
      { side: 'from', text: 'My' },
    ],
  });
  const { proposals, counts } = await listProposals(deps, { state: 'rejected', limit: 10, offset: 0 });
  expect(proposals).toEqual([]);
  expect(counts.rejected).toBe(0);
});

test('a second import of the same pack changes nothing, and a dry run never does', async () => {
  const text = await readStarter({ id: 'five-gaps', language: 'en' });
  const dry = await importPack({ graph }, { text, dryRun: true });
  expect(await listPacks({ graph })).toEqual([]);
  expect(await importPack({ graph }, { text })).toEqual(dry);
  expect(await importPack({ graph }, { text })).toMatchObject({
    new: none,
    changed: none,
    conflicts: [],
    same: dry.counts,
  });
});

test('a pack can be taken out whole, and undone; import is undone too', async () => {
  await fillField();
  const before = (await exportPack({ graph }, all)).text;
  const text = await readStarter({ id: 'minimal-root', language: 'ru' });
  await importPack({ graph }, { text });
  const both = (await exportPack({ graph }, all)).text;
  await removePack({ graph }, 'minimal-root.ru');
  expect((await exportPack({ graph }, all)).text).toBe(before);
  await undo({ graph }, {});
  expect((await exportPack({ graph }, all)).text).toBe(both);
  await undo({ graph }, {});
  expect((await exportPack({ graph }, all)).text).toBe(before);
  await expect(removePack({ graph }, 'minimal-root.ru')).rejects.toMatchObject({ code: 'not_found' });
});

test('a newer version of a pack takes the place of the older', async () => {
  const text = await readStarter({ id: 'minimal-root', language: 'en' });
  await importPack({ graph }, { text });
  const parsed = parsePack(text);
  if ('problems' in parsed) throw new Error('unreachable');
  const { pack } = parsed;
  const gone = pack.scenes.at(-1)?.id;
  const newer = {
    ...pack,
    scenes: pack.scenes
      .filter(({ id }) => id !== gone)
      .map((scene, index) => (index === 0 ? { ...scene, title: 'Kernel' } : scene)),
    passages: pack.passages.filter(({ scene }) => scene !== gone),
    links: pack.links.filter(({ from, to }) => from !== gone && to !== gone),
  };
  const preview = await importPack({ graph }, { text: writePack(newer) });
  expect(preview.changed).toMatchObject({ scenes: 1 });
  expect((await exportPack({ graph }, all)).text).toBe(writePack(newer));
  await undo({ graph }, {});
  expect((await exportPack({ graph }, all)).text).toBe(text);
});

test('what a note or a person here says is never written over, and the conflict is named', async () => {
  await fillField();
  const { text } = await exportPack({ graph }, all);
  const parsed = parsePack(text);
  if ('problems' in parsed) throw new Error('unreachable');
  const { pack } = parsed;
  const other = writePack({
    ...pack,
    id: 'other' as typeof pack.id,
    scenes: pack.scenes.map((scene) => {
      if (scene.id === 'mine') return { ...scene, title: 'Theirs' };
      if (scene.id === 'lost') return { ...scene, state: 'present', body: 'Written at last.' };
      return scene;
    }),
    passages: [
      ...pack.passages,
      { id: 'px', scene: 'lost', start: 0, end: 16 } as (typeof pack.passages)[number],
    ],
    links: [
      ...pack.links,
      {
        id: 'lx',
        from: 'note',
        to: 'mine',
        kind: 'refines',
        origin: 'person',
        embed: false,
        accepted: false,
        evidence: [],
      } as never,
    ],
    decisions: pack.decisions.map((decision) => ({ ...decision, state: 'accepted' })),
  });
  const seen = await previewPack({ graph }, other);
  const preview = await importPack({ graph }, { text: other });
  expect(seen).toEqual({ valid: true, preview });
  expect(preview.conflicts.map(({ id, what }) => `${id} ${what}`)).toEqual([
    'mine person',
    'lx rejected',
    'no decision',
  ]);
  const after = (await exportPack({ graph }, all)).text;
  expect(after).toContain('title: Mine');
  expect(after).toContain('body: Written at last.');
  expect(after).not.toContain('refines');

  await removePack({ graph }, 'other');
  expect((await exportPack({ graph }, all)).text).toBe(text);
});

test('what a person linked to a pack stays when the pack goes', async () => {
  await fillField();
  await importPack({ graph }, { text: await readStarter({ id: 'five-gaps', language: 'ru' }) });
  const to = node('Scene', 'five-gaps.ru/2-algebra');
  await apply([
    link('stays', 'leads_to', { from: node('Scene', 'note'), to, origin: 'model' }, [
      ['p1', 0, 7],
      ['five-gaps.ru/2-algebra/text', 0, 10],
    ]),
  ]);
  await removePack({ graph }, 'five-gaps.ru');
  const parsed = parsePack((await exportPack({ graph }, all)).text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.pack.scenes.find(({ id }) => id === to.id)).toMatchObject({
    state: 'gone',
    body: expect.any(String) as string,
  });
  expect(parsed.pack.links.find(({ id }) => id === 'stays')?.evidence.map(({ quote }) => quote)).toEqual([
    'Opening',
    'Мы говорим',
  ]);
  expect(parsed.pack.scenes.filter(({ id }) => id.startsWith('five-gaps'))).toHaveLength(1);
});

test('a pack that is wrong is refused with its lines and nothing is written', async () => {
  const text = (await readStarter({ id: 'five-gaps', language: 'en' })).replace(
    'kind: written',
    'kind: rumour',
  );
  await expect(importPack({ graph }, { text })).rejects.toMatchObject({ code: 'pack_invalid' });
  expect(await previewPack({ graph }, text)).toMatchObject({
    valid: false,
    problems: [{ code: 'not_one_of', line: 10 }],
  });
  await expect(importPack({ graph }, { text: 'scenefield: 9' })).rejects.toMatchObject({
    code: 'pack_newer',
  });
  expect((await exportPack({ graph }, all)).scenes).toBe(0);
});
