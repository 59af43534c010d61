import { afterAll, beforeAll, expect, test } from 'vitest';
import { createField, type Field } from '../field/create-field.ts';
import { writeField } from '../field/testing/small-field.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { gapFigures } from './gap-figures.ts';
import { keepFigures } from './keep-figures.ts';
import { listGaps } from './list-gaps.ts';
import { writeTold } from './testing/told.cypher.ts';

let graph: TestGraph;
let field: Field;
const pending = { id: 'p', fromId: 'lone', toId: 'Сад0', title: 'A → B' };
const list = () =>
  listGaps(
    {
      graph,
      field,
      figures: keepFigures({
        loadCorpus: () => Promise.resolve({ notes: [] }),
        compute: gapFigures,
        onDone: () => {},
      }),
      pendingProposals: () => Promise.resolve([pending]),
    },
    { limit: 20 },
  );

beforeAll(async () => {
  graph = await openTestGraph();
  field = createField({ graph });
  await writeField(graph);
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
      title: 'урожай',
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
