import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commitChange } from '../../changes/commit-change.ts';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import * as look from '../testing/graph-reading.cypher.ts';
import { makeVault, type TemporaryVault } from '../testing/temporary-vault.ts';
import { ingestVault } from './ingest-vault.ts';
import { createVaultMemory } from './vault-memory.ts';

const field =
  'Поле смысла держит сцены вместе. Оно растёт от каждой связи, потому что связь приводит к новой сцене. ';
const notes = {
  'Поле.md': `---\naliases: [Смысловое поле]\ntags: [поле/ядро]\n---\n# Что это\n\n${field}Смотри [[Ядро]] и [[Флуктуация]].\n\n## Зачем\n\nЧтобы мысль не рассыпалась на файлы. [[Missing Note|There is no such note]].\n`,
  'Основа/Ядро.md': 'Ядро мало и устойчиво. Без него [[Поле#Зачем|поле]] не держится.\n\n#поле/ядро\n',
  'Флуктуация.md': 'Флуктуация толкает поле к переходу. Она записана в `fluctuation_log.yaml`.\n',
  'en/Transition.md':
    'A transition follows a fluctuation. See [the core](../Основа/Ядро.md) and [[Missing Note]].\n',
};

let graph: TestGraph;
let vault: TemporaryVault;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeVault(notes);
});
afterEach(() => vault.delete());

const ingest = (options: { signal?: AbortSignal } = {}) =>
  ingestVault({ graph }, { path: vault.path, name: 'vault', ...options });
const rows = (cypher: string, parameters = {}) => graph.read((tx) => tx.run(cypher, parameters));
const idOf = async (path: string, title?: string) =>
  String(
    (await rows(look.scenesByPath)).find(
      (scene) =>
        scene['path'] === path && (title === undefined ? scene['kind'] === 'note' : scene['title'] === title),
    )?.['id'],
  );

/** An accepted proposal's link, quoting the first words of both scenes. */
async function acceptLink(from: string, to: string): Promise<void> {
  const quote = async (id: string) => String((await rows(look.passagesOf, { id }))[0]?.['id']);
  const passages = [await quote(from), await quote(to)];
  await graph.write((tx) =>
    commitChange(tx, {
      kind: 'accept',
      values: {},
      steps: [
        {
          type: 'hold_link',
          holder: 'proposal:p1',
          link: {
            kind: 'leads_to',
            origin: 'model',
            from: { label: 'Scene', id: from },
            to: { label: 'Scene', id: to },
          },
          props: {
            id: 'accepted',
            evidencePassages: passages,
            evidenceStarts: [0, 0],
            evidenceEnds: [10, 10],
          },
        },
      ],
    }),
  );
}

describe('ingest', () => {
  it('makes sources, scenes, passages, concepts and links, and says what it found', async () => {
    const report = await ingest();
    expect(report).toMatchObject({
      vault: 'vault',
      sources: 4,
      scenes: 6,
      missing: 1,
      links: 4,
      changed: 4,
      wikilinks: { found: 5, resolved: 3, missing: 2, reported: 0 },
      skipped: [],
    });
    expect(await rows(look.missingTitles)).toMatchObject([{ title: 'Missing Note' }]);
    expect(await rows(look.conceptNamed, { name: 'ядро' })).toMatchObject([{ parent: 'поле', from: 'tag' }]);
    const [link] = await rows(look.linksBetween, {
      from: await idOf('Основа/Ядро.md'),
      to: await idOf('Поле.md', 'Зачем'),
    });
    expect(link).toMatchObject({ type: 'LINKS_TO', origin: 'vault' });
    const [passage] = await rows(look.passagesOf, { id: await idOf('Основа/Ядро.md') });
    const [starts, ends] = [link?.['starts'], link?.['ends']] as [number[], number[]];
    expect(String(passage?.['text']).slice(starts[0], ends[0])).toBe(
      'Без него [[Поле#Зачем|поле]] не держится.',
    );
  });

  it('changes nothing and logs nothing when the folder is the same', async () => {
    await ingest();
    const before = await rows(look.everything);
    const report = await ingest();
    expect(report.changed).toBe(0);
    expect(await rows(look.everything)).toEqual(before);
    expect(await rows(look.countChanges)).toEqual([{ count: 1 }]);
  });

  it('writes only what differs after an edit, and keeps ids and untouched passages', async () => {
    await ingest();
    const note = await idOf('Поле.md', 'Что это');
    const [passage] = await rows(look.passagesOf, { id: note });
    await vault.write(
      'Поле.md',
      `Новое начало, выше всего.\n\n${notes['Поле.md'].replace(/^---[\s\S]*?---\n/, '')}`,
    );
    const report = await ingest();
    expect(report.changed).toBe(1);
    expect(await idOf('Поле.md', 'Что это')).toBe(note);
    const [moved] = await rows(look.passagesOf, { id: note });
    expect(moved?.['id']).toBe(passage?.['id']);
    expect(moved?.['start']).not.toBe(passage?.['start']);
    // its tag is gone from this note, and stays a concept by the other
    expect(await rows(look.conceptNamed, { name: 'ядро' })).toMatchObject([
      { heldBy: [expect.stringContaining('source:')] },
    ]);
  });

  it('remembers what it wrote, and sees what another reading wrote since', async () => {
    const memory = createVaultMemory();
    const remembering = () => ingestVault({ graph, memory }, { path: vault.path, name: 'vault' });
    await remembering();
    await vault.write('Флуктуация.md', 'Флуктуация толкает поле. [[Поле]]\n');
    expect((await remembering()).changed).toBe(1);
    await vault.write('Основа/Ядро.md', 'Ядро мало. [[Поле]]\n');
    expect((await ingest()).changed).toBe(1);
    await vault.remove('en/Transition.md');
    expect((await remembering()).changed).toBe(1);
    const keys = async () =>
      (await rows(look.everything)).map(({ key }) => String(key)).filter((key) => !/^Ch|^Co/u.test(key));
    const remembered = await keys();
    await graph.empty();
    await ingest();
    expect(remembered).toEqual(await keys());
    expect((await remembering()).changed).toBe(0);
  });

  it('knows a renamed file, a renamed heading and a moved note by their words', async () => {
    await ingest();
    const ids = [await idOf('Поле.md'), await idOf('Поле.md', 'Зачем'), await idOf('Флуктуация.md')];
    await vault.move('Поле.md', 'Теория/Поле смысла.md');
    await vault.write(
      'Теория/Поле смысла.md',
      notes['Поле.md'].replace('## Зачем', '## Ради чего').replace('# Что это', '# Что это такое'),
    );
    await vault.move('Флуктуация.md', 'Толчок.md');
    await ingest();
    expect([
      await idOf('Теория/Поле смысла.md'),
      await idOf('Теория/Поле смысла.md', 'Ради чего'),
      await idOf('Толчок.md'),
    ]).toEqual(ids);
  });

  it('follows a section into another file: a note that was split, and two that were joined', async () => {
    const section = (name: string) => `## ${name}\n\nО том, что ${name} держит. Смотри [[Ядро]].\n\n`;
    await vault.write('Целое.md', `${section('Первое')}${section('Второе')}${section('Третье')}`);
    await ingest();
    const ids = [await idOf('Целое.md', 'Второе'), await idOf('Целое.md', 'Третье')];
    await acceptLink(ids[1] ?? '', await idOf('en/Transition.md'));
    await vault.write('Целое.md', section('Первое'));
    await vault.write('Часть.md', section('Третье'));
    await vault.write('Поле.md', `${notes['Поле.md']}\n${section('Второе')}`);
    await ingest();
    expect([await idOf('Поле.md', 'Второе'), await idOf('Часть.md', 'Третье')]).toEqual(ids);
    await vault.remove('Часть.md');
    await vault.write('Целое.md', `${section('Первое')}${section('Третье')}`);
    await ingest();
    expect(await idOf('Целое.md', 'Третье')).toBe(ids[1]);
    const [third = ''] = ids.slice(1);
    expect(await rows(look.sceneState, { id: third })).toMatchObject([{ state: 'present', body: null }]);
    expect(await rows(look.passagesOf, { id: third })).toHaveLength(1);
    expect(await rows(look.linksBetween, { from: third, to: await idOf('en/Transition.md') })).toHaveLength(
      1,
    );
    expect(await rows(look.linksBetween, { from: third, to: await idOf('Основа/Ядро.md') })).toHaveLength(1);
    expect((await rows(look.scenesByPath)).filter(({ id }) => id === third)).toHaveLength(1);
    expect(await ingest()).toMatchObject({ changed: 0 });
  });

  it('removes a deleted note, and calls for it where others still link to it', async () => {
    await ingest();
    const id = await idOf('Флуктуация.md');
    await vault.remove('Флуктуация.md');
    await ingest();
    expect(await rows(look.missingTitles)).toMatchObject([
      { title: 'Missing Note' },
      { title: 'Флуктуация', id },
    ]);
    expect(await rows(look.conceptNamed, { name: 'fluctuation_log.yaml' })).toEqual([]);
    await vault.write('Поле.md', 'Уже без ссылок.\n');
    await ingest();
    expect(await rows(look.missingTitles)).toMatchObject([{ title: 'Missing Note' }]);
  });

  it('keeps what was accepted: the link through edits, the scene as gone with its words, and takes the note back', async () => {
    await ingest();
    const [from, to] = [await idOf('Флуктуация.md'), await idOf('en/Transition.md')];
    await acceptLink(from, to);
    await vault.write('Флуктуация.md', `Ещё одна строка.\n\n${notes['Флуктуация.md']}`);
    await ingest();
    const quotes = await rows(look.passagesOf, { id: from });
    const [link] = await rows(look.linksBetween, { from, to });
    expect(link).toMatchObject({ id: 'accepted', origin: 'model', heldBy: ['proposal:p1'] });
    const [passages, starts, ends] = [link?.['passages'], link?.['starts'], link?.['ends']] as [
      string[],
      number[],
      number[],
    ];
    const quoted = quotes.find((passage) => passage['id'] === passages[0]);
    expect(String(quoted?.['text']).slice(starts[0], ends[0])).toBe('Флуктуация');

    await vault.remove('Флуктуация.md');
    await ingest();
    const [gone] = await rows(look.sceneState, { id: from });
    expect(gone).toMatchObject({ state: 'gone', title: 'Флуктуация' });
    expect(gone?.['body']).toContain('Она записана');
    expect(await rows(look.linksBetween, { from, to })).toMatchObject([{ id: 'accepted' }]);

    await vault.write('Флуктуация.md', notes['Флуктуация.md']);
    const report = await ingest();
    expect(report.changed).toBe(1);
    expect(await rows(look.sceneState, { id: from })).toMatchObject([{ state: 'present', body: null }]);
    expect(await idOf('Флуктуация.md')).toBe(from);
  });

  it('cuts kept words and quotes by the letter where an emoji stands before them', async () => {
    await vault.write('Эмодзи.md', '📌📌 Сначала слова поля, потом остальное.\n');
    await ingest();
    const [from, to] = [await idOf('Эмодзи.md'), await idOf('en/Transition.md')];
    await acceptLink(from, to);
    await graph.write((tx) =>
      tx.run('MATCH ()-[r {id: $id}]->() SET r.evidenceStarts = [5, 0], r.evidenceEnds = [18, 10]', {
        id: 'accepted',
      }),
    );
    await vault.write('Эмодзи.md', '📌📌📌 Теперь: Сначала слова поля, и ничего больше.\n');
    await ingest();
    const [passage] = await rows(look.passagesOf, { id: from });
    const [link] = await rows(look.linksBetween, { from, to });
    const [starts, ends] = [link?.['starts'], link?.['ends']] as [number[], number[]];
    expect(String(passage?.['text']).slice(starts[0], ends[0])).toBe('Сначала слова');

    await vault.write('Эмодзи.md', '📌 Первая.\n\n# Глава\n\nТекст главы.\n\n# Другая\n\nКонец.\n');
    await ingest();
    const section = await idOf('Эмодзи.md', 'Глава');
    await graph.write((tx) =>
      tx.run("MATCH (n:Scene {id: $section}) SET n.heldBy = n.heldBy + 'person'", { section }),
    );
    await vault.write('Эмодзи.md', '📌 Первая.\n');
    await ingest();
    expect(await rows(look.sceneState, { id: section })).toMatchObject([
      { state: 'gone', body: expect.stringMatching(/^# Глава\n\nТекст главы\.\s*$/) as string },
    ]);
  });

  it('lets a written note take the place of an accepted draft, which stays readable', async () => {
    await ingest();
    const id = String((await rows(look.missingTitles))[0]?.['id']);
    await graph.write((tx) =>
      commitChange(tx, {
        kind: 'accept',
        values: {},
        steps: [
          { type: 'hold_node', node: { label: 'Scene', id }, props: {}, holder: 'proposal:p2' },
          {
            type: 'set',
            node: { label: 'Scene', id },
            after: { state: 'present', kind: 'draft', origin: 'model', body: 'A draft from quotes.' },
          },
        ],
      }),
    );
    const again = await ingest();
    expect(again).toMatchObject({ changed: 0, missing: 0, scenes: 7 });
    await vault.write('notes/Missing Note.md', 'Now it is written by hand.\n');
    await ingest();
    expect(await idOf('notes/Missing Note.md')).toBe(id);
    expect(await rows(look.sceneState, { id })).toMatchObject([
      { state: 'present', kind: 'note', origin: 'vault', body: null, earlierBody: 'A draft from quotes.' },
    ]);
  });

  it('keeps what is complete when cancelled, and goes on when run again', async () => {
    for (let n = 0; n < 100; n += 1)
      await vault.write(
        `many/Note ${n}.md`,
        `# Heading\n\nText ${n}. [[Note ${n + 1}]]\n\n## More\n\nAnd [[Поле]].\n`,
      );
    const stop = new AbortController();
    const run = ingestVault(
      { graph },
      {
        path: vault.path,
        name: 'vault',
        signal: stop.signal,
        report: ({ done, total }) => {
          if (done > total * 0.6) stop.abort();
        },
      },
    );
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    const report = await ingest();
    expect(report).toMatchObject({ sources: 104, missing: 2 });
    const whole = await rows(look.everything);
    expect((await ingest()).changed).toBe(0);
    expect(await rows(look.everything)).toEqual(whole);
  }, 90_000);

  it('stopped while it still reads into an empty field, it keeps what was written and goes on under the same ids', async () => {
    for (let n = 0; n < 1_200; n += 1)
      await vault.write(
        `many/${n}.md`,
        `---\nuid: u-${n >> 1}\n---\n# One\n\nText ${n}.\n\n## Two\n\nSee [[${n + 1}]].\n`,
      );
    const stop = new AbortController();
    const report = ({ done, total }: { done: number; total: number }) => {
      if (done > total * 0.45) stop.abort();
    };
    const stopped = ingestVault({ graph }, { path: vault.path, name: 'vault', signal: stop.signal, report });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    const half = await rows(look.scenesByPath);
    expect(half.length).toBeGreaterThan(500);
    expect((await ingest()).sources).toBe(1_204);
    const whole = await rows(look.scenesByPath);
    expect(whole).toEqual(expect.arrayContaining(half));
    await graph.empty();
    await ingest();
    expect(await rows(look.scenesByPath)).toEqual(whole);
  }, 240_000);

  it('gives a copied note with the same uid an id of its own, and names it', async () => {
    await vault.write('a.md', '---\nuid: n-1\n---\nFirst.\n');
    await ingest();
    await vault.write('copy of a.md', '---\nuid: n-1\n---\nFirst, copied and changed.\n');
    const report = await ingest();
    expect(await idOf('a.md')).toBe('n-1');
    expect(await idOf('copy of a.md')).not.toBe('n-1');
    expect(report.skipped).toEqual([{ path: 'copy of a.md', reason: 'id_taken', kept: true }]);
    expect((await ingest()).changed).toBe(0);
  });

  it('reads a chat: turns by their UID, one after the other, sections inside, each footnote cited once', async () => {
    await vault.write(
      'Чат.md',
      [
        '>[!nexus_user] **User** - 19.06.2025 at 17:42',
        '> где не хватает связей?',
        '<!-- UID: turn-1 -->',
        '',
        '### Между репликами',
        '',
        'Ответ записан рядом [^1].',
        '',
        '[^1]: [[Ядро]]',
        '',
        '#### Sources',
        '[^1]: [[Ядро]]',
        '',
        '>[!nexus_agent] **Assistant** - 19.06.2025 at 17:43',
        '> Вот где:',
        '> ## Зона одна',
        '> - `model.bin`',
        '<!-- UID: turn-2 -->',
      ].join('\n'),
    );
    await ingest();
    expect(await rows(look.nextTurns)).toEqual([{ from: 'turn-1', to: 'turn-2' }]);
    expect(await rows(look.parentOf, { id: await idOf('Чат.md', 'Зона одна') })).toEqual([{ id: 'turn-2' }]);
    expect(await rows(look.parentOf, { id: await idOf('Чат.md', 'Между репликами') })).toEqual([
      { id: await idOf('Чат.md') },
    ]);
    expect(await rows(look.citesOf)).toEqual([{ title: 'Ядро', quotes: 1 }]);
  });

  it('takes names that are too long to be indexed, and the notes beside them', async () => {
    const long = 'слово '.repeat(5000);
    await vault.write('Книга.md', `# ${long}\n\nТекст. [[${long}]]\n`);
    const properties = `title: ${long}\naliases: [${long}]\ntags: [${'т'.repeat(9000)}]\nuid: ${'u'.repeat(9000)}`;
    await vault.write('Имя.md', `---\n${properties}\n---\nТекст.\n`);
    const report = await ingest();
    expect(report.sources).toBe(Object.keys(notes).length + 2);
    const scenes = (await rows(look.scenesByPath)).filter(({ path }) => path === 'Книга.md');
    expect(scenes.map(({ title }) => String(title).slice(0, 12)).sort()).toEqual(['Книга', 'слово слово ']);
    expect(scenes.every(({ title }) => String(title).length <= 300)).toBe(true);
  });

  it('refuses a file, a folder that is not there and one without notes, and leaves the field as it was', async () => {
    await ingest();
    const before = await rows(look.everything);
    const code = (path: string) =>
      ingestVault({ graph }, { path }).catch((error: { code: string }) => error.code);
    expect(await code(`${vault.path}/Поле.md`)).toBe('vault_not_folder');
    expect(await code(`${vault.path}/nowhere`)).toBe('vault_not_found');
    for (const path of Object.keys(notes)) await vault.remove(path);
    expect(await code(vault.path)).toBe('vault_empty');
    expect(await rows(look.everything)).toEqual(before);
  });
});
