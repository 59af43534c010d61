import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';
import { readScene } from '../vault/read-scene.ts';
import { makeVault, type TemporaryVault } from '../vault/testing/temporary-vault.ts';
import { createMentions } from './create-mentions.ts';

let graph: TestGraph;
let vault: TemporaryVault;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeVault({
    'Самозапуск.md': 'Станок включается сам.\n',
    'Резец.md': 'Режущая кромка.\n',
    'Станок.md':
      'После **самозапуска** станок опасен: сторож это знает. Резцы затупились.\n\nСм. [[Резец|резцы]].\n\nЗапись 2024-03-15.\n',
    '2024-03-15.md': 'День.\n',
  });
  await ingestVault({ graph }, { path: vault.path, name: 'Цех' });
  return () => vault.delete();
});

describe('names in the field', () => {
  it('are found in a text by any form, in one vault or in all, and follow what is read', async () => {
    const mentions = createMentions({ graph });
    const text = 'Не было самозапусков.';
    const { id } = await readScene({ graph }, { title: 'Самозапуск' });
    const expected = [
      { start: 8, end: 20, text: 'самозапусков', id, title: 'Самозапуск', kind: 'note', quiet: null },
    ];
    expect(await mentions.find({ text })).toEqual(expected);
    expect(await mentions.find({ text, vault: 'Цех' })).toEqual(expected);
    await expect(mentions.find({ text, vault: 'Нет' })).rejects.toMatchObject({ code: 'vault_not_found' });
    await vault.write('Пускатель.md', 'Коробка с кнопкой.\n');
    await ingestVault({ graph }, { path: vault.path, name: 'Цех' });
    expect((await mentions.find({ text: 'У пускателей' })).map(({ title }) => title)).toEqual(['Пускатель']);
  });

  it('that a scene does not link are given with their sentence; what it links is left out, a day comes last', async () => {
    const { id } = await readScene({ graph }, { title: 'Станок' });
    const names = await createMentions({ graph }).unlinked({ sceneId: id });
    expect(names.map(({ title, quiet, times }) => ({ title, quiet, times }))).toEqual([
      { title: 'Самозапуск', quiet: null, times: 1 },
      { title: '2024-03-15', quiet: 'dated', times: 1 },
    ]);
    const { sentence = '', from, to } = names[0] ?? {};
    expect(sentence).toBe('После самозапуска станок опасен: сторож это знает.');
    expect(sentence.slice(from, to)).toBe('самозапуска');
  });
});
