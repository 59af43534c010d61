import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePack } from '../../scenes/index.ts';
import { type TestGraph, openTestGraph } from '../graph/testing/test-graph.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';
import { makeVault } from '../vault/testing/temporary-vault.ts';
import { exportPack } from './export-pack.ts';
import { importPack } from './import-pack.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());

const notes = {
  'Поле.md': `---\naliases: [field]\n---\n# Поле 🌱\n\nВводное слово о [[Связь|связях]] и \`core.yaml\`.\n\n## Части\n\nСцена, **понятие**, связь. См. [[Нет такой]].\n\n### Внутри\n\nГлубже: #мысль/малая и ещё [[Chat#Turn]].\n`,
  'Связь.md':
    'Одна строка с `core.yaml`\r\nи второй.\r\n\r\n> [!note] Врезка\r\n> ## В рамке\r\n> Текст в рамке про [[Поле]].\r\n',
  'Chat.md':
    '>[!nexus_user] **User** - 19.06.2025 at 17:42\n> Где [[Поле]]?\n<!-- UID: b6479e0d-0f5f-49e1-9af4-bc1256fd92e4 -->\n\nМежду репликами[^1].\n\n[^1]: [[Связь]]\n\n>[!nexus_agent] **Assistant** - 19.06.2025 at 17:43\n> ### 1. Ответ\n> Здесь, 📌 в тексте.\n<!-- UID: 122e0d7c-24cc-42d0-9b52-ea2804919b2e -->\n',
};

test('notes leave with their words, and come into an empty field as they were', async () => {
  const vault = await makeVault(notes);
  await ingestVault({ graph }, { path: vault.path });
  const request = { selection: { what: 'all' } } as const;
  const first = await exportPack({ graph }, request);
  const parsed = parsePack(first.text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { scenes, links, passages } = parsed.pack;
  const bodies = scenes.flatMap(({ body }) => (body === undefined ? [] : [body]));
  expect(bodies.sort()).toEqual(Object.values(notes).sort());
  expect(passages.length).toBeGreaterThan(6);
  expect(links.filter(({ kind, evidence }) => kind !== 'mentions' && evidence.length === 0)).toEqual([]);
  expect(links.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)).join('\n')).toContain('связях');

  const same = await importPack({ graph }, { text: first.text, dryRun: true });
  expect(same).toMatchObject({ same: same.counts, conflicts: [] });

  await graph.empty();
  await importPack({ graph }, { text: first.text });
  expect((await exportPack({ graph }, request)).text).toBe(first.text);
  await vault.delete();
});

test('a pack beside the notes it came from changes nothing in them', async () => {
  await graph.empty();
  const vault = await makeVault(notes);
  await ingestVault({ graph }, { path: vault.path });
  const before = await exportPack({ graph }, { selection: { what: 'all' } });
  await vault.write('Связь.md', 'Переписано.\n');
  await ingestVault({ graph }, { path: vault.path });
  const after = await exportPack({ graph }, { selection: { what: 'all' } });
  const preview = await importPack({ graph }, { text: before.text });
  expect(preview.conflicts.filter(({ what }) => what === 'file').map(({ title }) => title)).toContain(
    'Связь',
  );
  expect((await exportPack({ graph }, { selection: { what: 'all' } })).text).toContain('Переписано.');
  expect(after.text).not.toContain('и второй');
  await vault.delete();
});
