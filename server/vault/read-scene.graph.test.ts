import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { readCoverage } from './coverage.ts';
import { ingestVault } from './ingest/ingest-vault.ts';
import { readIngestReport } from './ingest/ingest-report.ts';
import { listVaults } from './ingest/vault-node.ts';
import { imageFor } from './image.ts';
import { readBody, readScene } from './read-scene.ts';
import { removeVault } from './remove-vault.ts';
import * as look from './testing/graph-reading.cypher.ts';
import { makeVault, type TemporaryVault } from './testing/temporary-vault.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

let graph: TestGraph;
let vault: TemporaryVault;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeVault({
    'Поле.md':
      '---\naliases: [Field]\n---\nО поле.\n\n# Рост\n\nРастёт от связи: [[Ядро]]. Держит `core_map.yaml`.\n\n## Почему\n\nПотому что есть [[Пробел]].\n',
    'Ядро.md': 'Ядро мало. См. [[Поле#Рост|рост поля]].\n',
    'en/Core.md': '# Рост\n\nSame heading, `core_map.yaml`.\n',
    'схема.png': png,
  });
  await ingestVault({ graph }, { path: vault.path, name: 'Мой' });
});
afterEach(() => vault.delete());

describe('a scene, read whole', () => {
  it('has its words, its outline, the links and concepts of all that is in it, and their quotes to the letter', async () => {
    const scene = await readScene({ graph }, { title: 'поле' });
    expect(scene).toMatchObject({
      title: 'Поле',
      kind: 'note',
      state: 'present',
      aliases: ['Field'],
      source: { vault: 'Мой', path: 'Поле.md', start: 0 },
      within: [],
      outline: [
        { title: 'Рост', level: 1 },
        { title: 'Почему', level: 2 },
      ],
      passages: 3,
    });
    expect(scene.openInObsidian).toMatch(/^obsidian:\/\/open\?path=.*%D0%9F%D0%BE%D0%BB%D0%B5\.md$/);
    expect(scene.concepts.map(({ name }) => name)).toContain('core_map.yaml');
    expect(
      scene.links.map(({ direction, relation, other }) => [direction, relation, other.title, other.state]),
    ).toEqual([
      ['out', 'links_to', 'Ядро', 'present'],
      ['out', 'links_to', 'Пробел', 'missing'],
      ['in', 'links_to', 'Ядро', 'present'],
    ]);
    for (const { evidence } of scene.links) {
      for (const quote of evidence) {
        const body = await readBody(
          { graph },
          (await readScene({ graph }, { title: quote.path.replace('.md', '') })).id,
        );
        expect(body.slice(quote.start, quote.end)).toBe(quote.text);
      }
    }
    expect(scene.links[2]?.evidence[0]).toMatchObject({
      side: 'from',
      path: 'Ядро.md',
      shown: 'См. рост поля.',
    });
    expect(await readBody({ graph }, scene.outline[1]?.id ?? '')).toBe(
      '## Почему\n\nПотому что есть [[Пробел]].\n',
    );
  });

  it('is found by alias, and asks which one is meant where titles are the same', async () => {
    expect((await readScene({ graph }, { title: 'Field' })).title).toBe('Поле');
    const error = await readScene({ graph }, { title: 'Рост' }).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ code: 'ambiguous_title' });
    const { candidates } = (error as { values: { candidates: string } }).values;
    expect(JSON.parse(candidates)).toMatchObject([{ path: 'en/Core.md', vault: 'Мой' }, { path: 'Поле.md' }]);
    await expect(readScene({ graph }, { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a vault in the field', () => {
  it('is listed, keeps its report, and shows its pictures and nothing else', async () => {
    const [listed] = await listVaults({ graph });
    expect(listed).toMatchObject({ name: 'Мой', path: vault.path, sources: 3, scenes: 6 });
    expect(await readIngestReport({ graph }, 'Мой')).toMatchObject({ sources: 3, missing: 1 });
    const image = (target: string) =>
      imageFor({ graph }, { vaultId: listed?.id ?? '', from: 'Поле.md', target });
    expect(await image('схема.png')).toEqual({ bytes: Buffer.from(png), type: 'image/png' });
    await expect(image('Ядро.md')).rejects.toMatchObject({ code: 'not_found' });
    await expect(image('../../etc/passwd')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells of every file what was taken from it, and what was not', async () => {
    const { files, totals, constructs } = await readCoverage({ graph }, 'Мой');
    expect(totals).toMatchObject({ read: 3, degraded: 0, skipped: 0, excluded: 0, attachment: 1 });
    expect(files.find(({ path }) => path === 'схема.png')).toMatchObject({
      state: 'attachment',
      kind: 'png',
    });
    expect(files.find(({ path }) => path === 'Поле.md')?.constructs['wikilinks']).toEqual({
      found: 2,
      taken: 2,
    });
    expect(constructs['wikilinks']?.found).toBeGreaterThan(0);
    await expect(readCoverage({ graph }, 'Чужой')).rejects.toMatchObject({ code: 'vault_not_found' });
  });

  it('keeps its name to itself: another folder of that name gets a second one, and one asked for by name is refused', async () => {
    const other = await makeVault({ 'a.md': 'a' });
    await expect(ingestVault({ graph }, { path: other.path, name: 'Мой' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await other.delete();
  });

  it('is removed without a trace, after saying what would go, and comes back with the same ids', async () => {
    const before = await graph.read((tx) => tx.run(look.scenesByPath));
    const plan = await removeVault({ graph }, { name: 'Мой', dryRun: true });
    expect(plan.removed).toMatchObject({ sources: 3, scenes: 7, kept: 0 });
    expect(await listVaults({ graph })).toHaveLength(1);
    const { removed } = await removeVault({ graph }, { name: 'Мой', dryRun: false });
    expect(removed).toMatchObject({ sources: 3, scenes: 7, kept: 0 });
    const left = await graph.read((tx) => tx.run(look.everything));
    expect(
      left.filter((row) => /^(Scene|Source|Passage|Concept|LINKS_TO|MENTIONS)/.test(String(row['key']))),
    ).toEqual([]);
    await ingestVault({ graph }, { path: vault.path, name: 'Мой' });
    expect(await graph.read((tx) => tx.run(look.scenesByPath))).toEqual(before);
  });
});

describe('a talk', () => {
  it('is said by those who speak in it, a section of a turn by its speaker', async () => {
    const talk = await makeVault({
      'Беседа.md':
        '>[!nexus_user] **Анна** - 19.06.2025 at 17:42\n>Что такое поле?\n<!-- UID: u1 -->\n\n' +
        '>[!nexus_agent] **Claude** - 19.06.2025 at 17:43\n># Ответ\n>Поле держит сцены.\n<!-- UID: u2 -->\n',
    });
    await ingestVault({ graph }, { path: talk.path, name: 'Беседы' });
    const said = async (title: string) => (await readScene({ graph }, { title })).speakers;
    const [anna, model] = [
      { name: 'Анна', role: 'person' },
      { name: 'Claude', role: 'model' },
    ];
    expect(await said('Беседа')).toEqual([model, anna]);
    expect(await said('Ответ')).toEqual([model]);
    expect(await said('Ядро')).toEqual([]);
    await talk.delete();
  });
});

describe('a Logseq graph', () => {
  it('joins blocks across pages with their quotes, and a page to the one whose part it is', async () => {
    const id = '65f41c2e-0a11-4b52-9c3d-1f2e3d4c5b6a';
    const logseq = await makeVault({
      'logseq/config.edn': '{}',
      'pages/Проект.md': `- Порог найден.\n  id:: ${id}\n`,
      'pages/Проект___Сад.md': `- Сад держится на пороге: ((${id})).\n`,
    });
    await ingestVault({ graph }, { path: logseq.path, name: 'Logseq' });
    const { links } = await readScene({ graph }, { title: 'Проект/Сад' });
    expect(links).toMatchObject([{ relation: 'links_to', direction: 'out', other: { title: 'Проект' } }]);
    expect(links[0]?.evidence.map(({ shown }) => shown)).toEqual(['Сад держится на пороге: ((…)).']);
    expect((await readScene({ graph }, { block: id })).title).toBe('Проект');
    expect((await readScene({ graph }, { title: 'folder/Ядро' })).title).toBe('Ядро');
    await logseq.delete();
  });
});
