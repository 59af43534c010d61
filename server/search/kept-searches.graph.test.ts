import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { redo, undo } from '../changes/undo.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { keepSearch, listSearches, removeSearch, renameSearch } from './kept-searches.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
beforeEach(() => graph.empty());
afterAll(() => graph.close());

const shown = async () => (await listSearches({ graph })).map(({ name, text }) => `${name}: ${text}`);
const idOf = async (name: string) =>
  (await listSearches({ graph })).find((one) => one.name === name)?.id ?? '';

test('a search is kept under its name, renamed and removed; each can be taken back and done again', async () => {
  await keepSearch({ graph }, { name: 'Связи', text: 'связь кто:человек' });
  await keepSearch({ graph }, { name: 'Garden', text: 'tag:garden -old' });
  await keepSearch({ graph }, { name: 'связи', text: 'связи кто:модель' });
  expect(await shown()).toEqual(['Garden: tag:garden -old', 'Связи: связи кто:модель']);
  await renameSearch({ graph }, { id: await idOf('Garden'), name: 'Сад' });
  const { number } = await removeSearch({ graph }, await idOf('Связи'));
  expect(await shown()).toEqual(['Сад: tag:garden -old']);
  await undo({ graph }, { count: 1, number: number ?? 0, cascade: false });
  await undo({ graph }, { count: 2, cascade: false });
  expect(await shown()).toEqual(['Garden: tag:garden -old', 'Связи: связь кто:человек']);
  await redo({ graph }, { count: 3 });
  expect(await shown()).toEqual(['Сад: tag:garden -old']);
});

test('what is kept already changes nothing; two searches never share a name; what is not there is said to be not there', async () => {
  await keepSearch({ graph }, { name: 'Одно', text: 'поле' });
  expect(await keepSearch({ graph }, { name: 'Одно', text: 'поле' })).toEqual({ number: null });
  await keepSearch({ graph }, { name: 'Другое', text: 'ядро' });
  await expect(renameSearch({ graph }, { id: await idOf('Другое'), name: 'одно' })).rejects.toMatchObject({
    code: 'bad_input',
  });
  await expect(removeSearch({ graph }, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
});
