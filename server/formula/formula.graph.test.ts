import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Embedding, Models } from '../../models/models.ts';
import type { SceneId } from '../../graph-schema/ids.ts';
import { redo, undo } from '../changes/undo.ts';
import { createField } from '../field/create-field.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createFieldEvents } from '../jobs/field-events.ts';
import { exportPack } from '../packs/export-pack.ts';
import { noModels } from '../proposals/testing/no-models.ts';
import { alikeScenes } from './alike-scenes.ts';
import { evaluate, type FormulaDeps } from './evaluate.ts';
import { openFormulaThread } from './formula-thread.ts';
import { keepFormula, listFormulas, removeFormula } from './keep-formula.ts';
import { placeAlong } from './place-along.ts';
import { createShortTexts } from './short-texts.ts';
import { placeTheme, rewriteNote, sceneOf, writeThemes } from './testing/themes.cypher.ts';
import { idlePresence } from '../../models/testing/idle-presence.ts';

const dimensions = 48;
const themes = ['сад', 'море', 'звёзды', 'хлеб', 'лес', 'река', 'город', 'книга'];
const closing = new AbortController();
let graph: TestGraph;
let deps: FormulaDeps;

beforeAll(async () => {
  graph = await openTestGraph();
  const texts = createShortTexts({ graph, models });
  const events = createFieldEvents();
  const address = () => inject('neo4j');
  const thread = openFormulaThread({ graph, texts, address, events, signal: closing.signal });
  deps = { graph, models, texts, thread };
});
beforeEach(async () => {
  await graph.empty();
  await graph.write((tx) =>
    tx.run(writeThemes, { notes: notes(), elsewhere: vectorOf('', 0), model: 'test-model' }),
  );
});
afterAll(async () => {
  closing.abort();
  await graph.close();
});

test('formulas are worked out over the graph: scenes, words, concepts, regions and sections', async () => {
  expect(await near('рядом([[сад 1]], 3)')).toEqual(['сад', 'сад', 'сад']);
  expect(await near('"море" + [[Заметки/море 2]] - [[хлеб 1]]')).toEqual(Array(10).fill('море'));
  expect(await near('near(#звёзды, 5)')).toEqual(Array(5).fill('звёзды'));
  expect(await near('среднее(область("Хлеб"), [[хлеб 3]])')).toEqual(Array(10).fill('хлеб'));
  expect(await near('near([[сад 1#Грядка]], 4)')).toEqual(Array(4).fill('сад'));
  const answer = await evaluate(deps, { text: 'near([[сад 1]], 3)' });
  expect(answer).toMatchObject({
    type: 'list',
    verdict: 'means',
    problems: [],
    near: [{ vault: 'Themes', passage: { start: 0, text: expect.stringContaining('сад') } }, {}, {}],
  });
  expect(await evaluate(deps, { text: 'сходство([[сад 1]], [[сад 2]])' })).toMatchObject({
    type: 'number',
    unit: 'percentile',
  });
});

test('all that cannot be worked out is told with its place and words', async () => {
  const told = async (text: string) =>
    (await evaluate(deps, { text })).problems.map(({ line, column, code, values }) => [
      `${line}:${column}`,
      code,
      values,
    ]);
  expect(await told('[[сад 1]] +\n [[нигде]] + #ничто')).toEqual([
    ['2:2', 'scene_missing', { name: 'нигде', nearest: '' }],
    ['2:14', 'concept_missing', { name: 'ничто' }],
  ]);
  expect(await told('[[сат 1]] * ')).toEqual([['1:13', 'operand_expected', { found: '' }]]);
  expect(await told('[[двойник]]')).toEqual([
    [
      '1:1',
      'scene_ambiguous',
      { name: 'двойник', candidates: '[[Заметки/a/двойник]], [[Заметки/b/двойник]]' },
    ],
  ]);
  expect(await told('[[a/двойник]]')).toEqual([]);
  expect(await told('[[ненаписано]]')).toEqual([['1:1', 'scene_without_place', { name: 'ненаписано' }]]);
  expect(await told('связь(ведёт_к)')).toEqual([
    ['1:7', 'too_few_links', { kind: 'leads_to', count: 0, least: 50 }],
  ]);
  expect(await told('region("Небо")')).toEqual([['1:8', 'region_missing', { name: 'Небо', names: 'Хлеб' }]]);
  expect(
    await evaluate({ ...deps, texts: createShortTexts({ graph, models: noModels }) }, { text: '"море"' }),
  ).toMatchObject({
    problems: [{ code: 'text_without_model' }],
  });
});

test('a relation is the mean step of its links, and says what it adds to plain likeness', async () => {
  const answer = await evaluate(deps, { text: 'relation(links_to)' });
  expect(answer).toMatchObject({ type: 'relation', examples: 140, gain: { low: expect.any(Number) } });
  expect(await near('[[сад 1]] + relation(links_to)')).toHaveLength(10);
});

test('a formula is kept as a scene where its value lies, goes stale with what it names, and leaves in packs', async () => {
  const { id } = await keepFormula(deps, { title: 'Берег', text: '[[море 1]] + [[море 2]]' });
  const [scene] = await graph.read((tx) => tx.run(sceneOf, { id }));
  expect(scene).toMatchObject({
    body: '[[море 1]] + [[море 2]]',
    kind: 'written',
    x: 10,
    names: ['море 1', 'море 2'],
  });
  expect(await listFormulas(deps)).toMatchObject([{ title: 'Берег', isOwn: true, isStale: false }]);
  expect(await near('[[Берег]]')).toEqual(Array(10).fill('море'));

  const { text } = await exportPack({ graph }, { selection: { what: 'scenes', ids: [id] } });
  expect(text).toContain('[[море 1]] + [[море 2]]');

  await graph.write((tx) => tx.run(rewriteNote, { id: 'сад 1' }));
  expect(await listFormulas(deps)).toMatchObject([{ isStale: false }]);
  await graph.write((tx) => tx.run(rewriteNote, { id: 'море 2' }));
  expect(await listFormulas(deps)).toMatchObject([{ isStale: true }]);
  await keepFormula(deps, { id, title: 'Берег', text: '[[море 1]] + #хлеб' });
  expect(await listFormulas(deps)).toMatchObject([{ isStale: false, text: '[[море 1]] + #хлеб' }]);
});

test('keeping, keeping again and removing a formula are undone and done again', async () => {
  const shown = async () => (await listFormulas(deps)).map(({ title, text }) => `${title}: ${text}`);
  const { id } = await keepFormula(deps, { title: 'Сумма', text: '[[сад 1]] + [[море 1]]' });
  await keepFormula(deps, { id, title: 'Сумма', text: '[[сад 1]]' });
  await removeFormula(graph, id);
  expect(await shown()).toEqual([]);
  await undo({ graph }, { count: 1, cascade: false });
  expect(await shown()).toEqual(['Сумма: [[сад 1]]']);
  await undo({ graph }, { count: 1, cascade: false });
  expect(await shown()).toEqual(['Сумма: [[сад 1]] + [[море 1]]']);
  const [scene] = await graph.read((tx) => tx.run(sceneOf, { id }));
  expect(scene).toMatchObject({ names: ['море 1', 'сад 1'] });
  await undo({ graph }, { count: 1, cascade: false });
  expect(await shown()).toEqual([]);
  await redo({ graph }, { count: 2 });
  expect(await shown()).toEqual(['Сумма: [[сад 1]]']);
});

test('formulas may name formulas, and never themselves', async () => {
  const { id } = await keepFormula(deps, { title: 'Первая', text: '[[сад 1]]' });
  await keepFormula(deps, { title: 'Вторая', text: '[[Первая]] + [[сад 2]]' });
  expect(await near('near([[Вторая]], 5)')).toEqual(Array(5).fill('сад'));
  await expect(keepFormula(deps, { id, title: 'Первая', text: '[[Вторая]]' })).rejects.toMatchObject({
    code: 'bad_input',
    values: { problems: ['1:1 names_itself'] },
  });
  await expect(keepFormula(deps, { title: 'Третья', text: '[[никто]]' })).rejects.toMatchObject({
    code: 'bad_input',
  });
  await expect(keepFormula(deps, { id: 'сад 1', title: 'Сад', text: '[[сад 2]]' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('what is written, embedded or taken away between two formulas is seen by the second', async () => {
  expect(await near('near([[сад 1]], 15)')).toEqual(Array(15).fill('сад'));
  await graph.write((tx) => tx.run(placeTheme, { theme: 'сад', vector: vectorOf('хлеб', 0), keep: 'сад 1' }));
  await keepFormula(deps, { title: 'Повод', text: '[[сад 1]]' });
  expect(await near('near([[сад 1]], 3)')).not.toContain('сад');
});

test('scenes stand between two poles, be they scenes or words, and an axis that separates nothing says so', async () => {
  const sea = { sceneId: 'море 1' as SceneId };
  const ids = ['сад 5', 'море 5', 'хлеб 5', 'nobody'];
  const view = await placeAlong(deps, { from: { words: 'сад' }, to: sea, ids });
  expect(view.names).toEqual(['сад', 'море 1']);
  expect(Object.keys(view.places).toSorted()).toEqual(['море 5', 'сад 5', 'хлеб 5']);
  expect(view.places['сад 5']).toBeLessThan(view.places['хлеб 5'] ?? 0);
  expect(view.places['хлеб 5']).toBeLessThan(view.places['море 5'] ?? 0);
  expect(view.low).toBeLessThan(view.high);
  expect(view.answer).toMatchObject({ type: 'axis', problems: [] });
  const themesOf = (hits: readonly { title: string }[]) =>
    new Set(hits.map(({ title }) => title.split(' ')[0]));
  if (!('near' in view.answer)) throw new Error('no answer');
  expect(themesOf(view.answer.near)).toEqual(new Set(['море']));
  expect(themesOf(view.answer.opposite)).toEqual(new Set(['сад']));

  const same = await placeAlong(deps, { from: sea, to: sea, ids });
  expect(same.answer).toMatchObject({ verdict: 'cancels_out' });
  await expect(
    placeAlong(deps, { from: sea, to: { sceneId: 'никто' as SceneId }, ids }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('without a model scenes are poles still, and words say what they need', async () => {
  const models = {
    ...noModels,
    presence: () => [idlePresence({ role: 'embed', id: 'test-model', state: { state: 'none' } })],
  };
  const alone = { ...deps, models, texts: createShortTexts({ graph, models }) };
  const [from, to] = [{ sceneId: 'сад 1' as SceneId }, { sceneId: 'море 1' as SceneId }];
  expect((await placeAlong(alone, { from, to, ids: ['сад 5'] })).places['сад 5']).toBeLessThan(0.5);
  const { answer, places } = await placeAlong(alone, { from, to: { words: 'никогда' }, ids: ['сад 5'] });
  expect([answer.problems.map(({ code }) => code), places]).toEqual([['text_without_model'], {}]);
});

test('what lies nearest to a scene is told with and without what is linked to it', async () => {
  const field = await createField({ graph }).load();
  const asked = { id: 'сад 1', count: 6 };
  const unlinked = await alikeScenes(deps, field, { ...asked, isUnlinked: true });
  expect(unlinked.scenes).toHaveLength(6);
  expect(unlinked.scenes.every(({ title, isLinked }) => title.startsWith('сад') && !isLinked)).toBe(true);
  expect(unlinked.scenes[0]?.alike).toBeGreaterThan(90);
  const [nearest] = (await alikeScenes(deps, field, { ...asked, isUnlinked: false })).scenes;
  expect(nearest?.id).not.toBe('сад 1');
  expect(await alikeScenes(deps, field, { ...asked, id: 'нигде', isUnlinked: true })).toEqual({
    hasVector: false,
    scenes: [],
  });
});

/** Themes of the scenes that a formula leads to. */
async function near(text: string): Promise<(string | undefined)[]> {
  const answer = await evaluate(deps, { text });
  expect([text, answer.problems]).toEqual([text, []]);
  return 'near' in answer ? answer.near.map(({ title }) => title.split(' ')[0]) : [];
}

function notes() {
  return themes.flatMap((theme, at) =>
    Array.from({ length: 20 }, (_, index) => {
      const title = `${theme} ${index + 1}`;
      const text = `${title}: о том, что такое ${theme}.`;
      const next = at + 1 < themes.length ? [`${themes[at + 1]} ${index + 1}`] : [];
      return {
        id: title,
        title,
        theme,
        text,
        length: text.length,
        vector: vectorOf(theme, index + 1),
        x: at * 10,
        y: index + 0.5,
        next,
      };
    }),
  );
}

/** A scripted model: the test needs a known geometry, not good vectors. */
function vectorOf(theme: string, nth: number): number[] {
  const at = theme === '' ? themes.length : themes.indexOf(theme);
  const wave = (frequency: number, shift: number) => (d: number) => Math.sin(frequency * (d + 1) + shift);
  const [own, alone] = [wave(0.7 + at * 1.3, at), wave(2.1 + nth * 0.37, nth * at)];
  return Array.from({ length: dimensions }, (_, d) => 1.5 + own(d) + (nth === 0 ? 0 : 0.5 * alone(d)));
}

const models: Models = {
  ...noModels,
  embed: async (texts): Promise<Embedding> => ({
    vectors: texts.map((text) =>
      Float32Array.from(vectorOf(themes.find((theme) => text.includes(theme)) ?? '', 0)),
    ),
    model: 'test-model',
    dimensions,
  }),
  presence: () => [idlePresence({ role: 'embed', id: 'test-model', state: { state: 'ready' } })],
};
