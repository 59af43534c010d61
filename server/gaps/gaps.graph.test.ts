import { afterAll, beforeAll, expect, test } from 'vitest';
import { createField, type Field } from '../field/create-field.ts';
import { writeField } from '../field/testing/small-field.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { gapFigures } from './gap-figures.ts';
import { keepSettled, readSettled, settledKey } from './keep-settled.ts';
import { keepFigures } from './keep-figures.ts';
import { listGaps } from './list-gaps.ts';
import { undo } from '../changes/undo.ts';
import { keepOffered, keepZone } from './keep-zones.ts';
import {
  forgetChange,
  writeMatrixNote,
  writeClaims,
  writeTold,
  writeTwoRegions,
} from './testing/told.cypher.ts';

let graph: TestGraph;
let field: Field;
const pending = { id: 'p', fromId: 'lone', toId: 'Сад0', title: 'A → B', chance: 0.5, fills: null };
const list = () =>
  listGaps(
    {
      graph,
      field,
      figures: keepFigures({
        compute: (asked) => gapFigures(asked, null),
        onDone: () => {},
      }),
      pendingProposals: () => Promise.resolve([pending]),
      decidedProposals: () => Promise.resolve({ links: [], merged: [], unneeded: [] }),
    },
    { limit: 20, language: 'ru' },
  );

beforeAll(async () => {
  graph = await openTestGraph();
  field = createField({ graph });
  await writeField(graph);
  await graph.write((tx) => tx.run(forgetChange));
});
afterAll(() => graph.close());

test('a small field gets no statistics: missing scenes with who calls them, and notes without links', async () => {
  const view = await list();
  expect(view).toMatchObject({ basis: 'few', matrix: [] });
  const missing = view.gaps.find(({ kind }) => kind === 'missing_scene');
  expect(missing).toMatchObject({ title: 'Тишина', gap: 2 });
  expect(
    missing?.evidence
      .map(({ text, start }) => ({ text, start }))
      .toSorted((a, b) => (a.text < b.text ? -1 : 1)),
  ).toEqual([
    { text: 'Тишина в саду', start: 500 },
    { text: 'Тишина нужна оркестру', start: 500 },
  ]);
  expect(view.gaps.filter(({ kind }) => kind === 'lone_scene')).toMatchObject([
    { title: 'Zyxwv', closes: [{ proposalId: 'p' }] },
  ]);
});

test('ideas told in three notes without one of their own, and questions that nothing answers', async () => {
  await graph.write((tx) => tx.run(writeTold));
  field.invalidate();
  const view = await list();
  expect(view.gaps.filter(({ kind }) => kind === 'unwritten_idea')).toMatchObject([
    {
      id: 'idea:idea',
      title: 'богатый урожай',
      gap: 3,
      evidence: [{ text: 'Сад' }, { text: 'Пол' }, { text: 'Ябл' }],
    },
  ]);
  const questions = view.gaps.filter(({ kind }) => kind === 'open_question');
  expect(questions).toMatchObject([
    { title: 'Чем поливать сад в засуху?', sceneId: 'Сад3', evidence: [{ start: 912 }] },
  ]);
  expect(questions[0]?.days).toBeGreaterThan(2000);
});

test('claims that the words of one note alone support, and claims set against each other', async () => {
  await graph.write((tx) => tx.run(writeClaims));
  field.invalidate();
  const { gaps } = await list();
  expect(gaps.filter(({ kind }) => kind === 'single_source')).toMatchObject([
    { id: 'claim:claim', title: expect.stringContaining(' → '), evidence: [{ sceneId: 'Сад3' }] },
  ]);
  expect(gaps.filter(({ kind }) => kind === 'contradiction')).toMatchObject([
    { id: 'contradiction:opposed', closes: [{ proposalId: 'opposed' }], evidence: [{}, {}] },
  ]);
});

test('a named zone is lit by its links outwards and by scenes that are written; it can be undone', async () => {
  const number = await keepZone(graph, { name: 'Звук', sceneIds: ['Оркестр2', 'Оркестр3'] });
  // Оркестр3 calls for a scene that nobody wrote
  expect((await list()).zones).toMatchObject([
    { name: 'Звук', kind: 'named', chance: null, missing: [{ title: 'Тишина' }], isLit: false },
  ]);
  await keepZone(graph, { name: 'звук', sceneIds: ['Оркестр2'] });
  expect((await list()).zones).toMatchObject([{ scenes: 1, missing: [], isLit: true }]);
  await undo({ graph }, { count: 2, cascade: false });
  expect(number).toBeGreaterThan(0);
  expect((await list()).zones).toEqual([]);
});

test('a note that names the matrix is offered its zones', async () => {
  expect((await list()).offered).toEqual([]);
  await graph.write((tx) => tx.run(writeMatrixNote));
  await expect.poll(async () => (await list()).offered).toEqual(['Алгебра смысла', 'Минимальная установка']);
  await keepOffered(graph, { language: 'ru' });
  const view = await list();
  expect(view.offered).toEqual([]);
  expect(view.zones.map(({ name, scenes, isLit }) => ({ name, scenes, isLit }))).toEqual([
    { name: 'Алгебра смысла', scenes: 1, isLit: false },
    { name: 'Минимальная установка', scenes: 1, isLit: false },
  ]);
});

test('a person says what is no gap, two regions or a missing scene: said once, taken back, undone', async () => {
  await graph.write((tx) => tx.run(writeTwoRegions));
  const of = ['region-b', 'region-a'] as const;
  const settled = async () => [...(await readSettled(graph))];
  await keepSettled(graph, { of, isSettled: true });
  expect(await settled()).toEqual([settledKey(['region-a', 'region-b'])]);
  await keepSettled(graph, { of, isSettled: false });
  expect(await settled()).toEqual([]);
  await undo({ graph }, { count: 2, cascade: false });
  expect(await settled()).toEqual([]);
  const unknown = keepSettled(graph, { of: ['region-a', 'nowhere'], isSettled: true });
  await expect(unknown).rejects.toThrow('not_found');

  const missing = async () => (await list()).gaps.filter(({ kind }) => kind === 'missing_scene');
  const id = (await missing())[0]?.sceneId ?? '';
  await keepSettled(graph, { of: [id], isSettled: true });
  expect((await missing()).map(({ sceneId }) => sceneId)).not.toContain(id);
  await undo({ graph }, { count: 1, cascade: false });
  expect((await missing())[0]?.sceneId).toBe(id);
});
