import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { redo, undo } from '../changes/undo.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { keepNamed, listNamed, removeNamed, renameNamed } from './keep-named.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
beforeEach(() => graph.empty());
afterAll(() => graph.close());

const shown = async () => (await listNamed({ graph }, 'search')).map(({ name, text }) => `${name}: ${text}`);
const idOf = async (name: string) =>
  (await listNamed({ graph }, 'search')).find((one) => one.name === name)?.id ?? '';

test('a search is kept under its name, renamed and removed; each can be taken back and done again', async () => {
  await keepNamed({ graph }, 'search', { name: 'Связи', text: 'связь кто:человек' });
  await keepNamed({ graph }, 'search', { name: 'Garden', text: 'tag:garden -old' });
  await keepNamed({ graph }, 'search', { name: 'связи', text: 'связи кто:модель' });
  expect(await shown()).toEqual(['Garden: tag:garden -old', 'Связи: связи кто:модель']);
  await renameNamed({ graph }, 'search', { id: await idOf('Garden'), name: 'Сад' });
  const { number } = await removeNamed({ graph }, 'search', await idOf('Связи'));
  expect(await shown()).toEqual(['Сад: tag:garden -old']);
  await undo({ graph }, { count: 1, number: number ?? 0, cascade: false });
  await undo({ graph }, { count: 2, cascade: false });
  expect(await shown()).toEqual(['Garden: tag:garden -old', 'Связи: связь кто:человек']);
  await redo({ graph }, { count: 3 });
  expect(await shown()).toEqual(['Сад: tag:garden -old']);
});

test('what is kept already changes nothing; two searches never share a name; what is not there is said to be not there', async () => {
  await keepNamed({ graph }, 'search', { name: 'Одно', text: 'поле' });
  expect(await keepNamed({ graph }, 'search', { name: 'Одно', text: 'поле' })).toEqual({ number: null });
  await keepNamed({ graph }, 'search', { name: 'Другое', text: 'ядро' });
  await expect(
    renameNamed({ graph }, 'search', { id: await idOf('Другое'), name: 'одно' }),
  ).rejects.toMatchObject({
    code: 'bad_input',
  });
  await expect(removeNamed({ graph }, 'search', 'nothing')).rejects.toMatchObject({ code: 'not_found' });
});

test('a view and a search may share a name, and neither is the other', async () => {
  await keepNamed({ graph }, 'search', { name: 'Сад', text: 'сад' });
  await keepNamed({ graph }, 'view', { name: 'Сад', text: 'region=region_1&colour=age' });
  expect(await shown()).toEqual(['Сад: сад']);
  const [view] = await listNamed({ graph }, 'view');
  expect(view).toMatchObject({ name: 'Сад', text: 'region=region_1&colour=age' });
  await expect(removeNamed({ graph }, 'search', view?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  const { number } = await removeNamed({ graph }, 'view', view?.id ?? '');
  expect(await listNamed({ graph }, 'view')).toEqual([]);
  await undo({ graph }, { count: 1, number: number ?? 0, cascade: false });
  expect(await listNamed({ graph }, 'view')).toHaveLength(1);
});
