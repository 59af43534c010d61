import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Embedding, Models } from '../../models/models.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { embedAgain } from './embed-again.ts';
import { wantVectors } from '../vault/ingest/vault-node.ts';
import { embedWork } from './embed-work.ts';
import { createInSight } from './in-sight.ts';
import { openNearest } from './knn/open-nearest.ts';
import { search } from './search.ts';
import { suggest } from './suggest.ts';
import { idlePresence } from '../../models/testing/idle-presence.ts';

const notes = [
  {
    id: 'field',
    title: 'Поле сцен',
    text: 'Поле держит сцены вместе. Слоёв у него много, и ёлка растёт в каждом.',
  },
  { id: 'links', title: 'Связи', text: 'Связь между двумя мыслями называют ссылкой.' },
  {
    id: 'garden',
    title: 'Garden of notes',
    text: 'Linked notes grow like a garden; each linking is a path (a) AND (b) ~ "quoted".',
  },
  { id: 'empty', title: 'Ненаписанная заметка', text: '' },
];

let graph: TestGraph;

beforeAll(async () => {
  graph = await openTestGraph();
  await graph.write((tx) =>
    tx.run(writeNotes, { notes: notes.map((note) => ({ ...note, length: note.text.length })) }),
  );
});
afterAll(() => graph.close());

test('a word finds all its forms, in both languages, and lights them where they stand', async () => {
  const { hits } = await search({ graph, models: noModel }, { text: 'сценами', limit: 10, mode: 'text' });
  expect(hits[0]).toMatchObject({ sceneId: 'field', path: 'field.md', vault: 'Notes', start: 100 });
  expect(hits[0]?.lit.map(({ start, end }) => hits[0]?.text.slice(start, end))).toEqual(['сцены']);
  const english = await search({ graph, models: noModel }, { text: 'link', limit: 10, mode: 'fused' });
  expect(english.hits[0]?.lit.map(({ start, end }) => english.hits[0]?.text.slice(start, end))).toEqual([
    'Linked',
    'linking',
  ]);
});

test('ё and е are one letter, whichever is asked and whichever is written', async () => {
  for (const text of ['слоев', 'слоёв', 'елка', 'ЁЛКИ']) {
    const { hits } = await search({ graph, models: noModel }, { text, limit: 5, mode: 'text' });
    expect(hits.map(({ sceneId }) => sceneId)).toEqual(['field']);
    expect(hits[0]?.lit).toHaveLength(1);
  }
});

test('what a person types is never an operator', async () => {
  for (const text of [
    'AND',
    'a AND',
    '(',
    '"',
    'a"b',
    'title:*',
    '*',
    '\\',
    '[a TO b]',
    '~',
    'и',
    '!-+^{}/?:',
    '   ',
    '',
  ]) {
    await search({ graph, models: noModel }, { text, limit: 5, mode: 'fused' });
    await suggest({ graph }, { text, limit: 5 });
  }
});

test('a title is found too, also of a scene nobody wrote', async () => {
  const { hits } = await search(
    { graph, models: noModel },
    { text: 'ненаписанные заметки', limit: 5, mode: 'text' },
  );
  expect(hits[0]).toMatchObject({ sceneId: 'empty', text: '', title: 'Ненаписанная заметка' });
  const called = await search({ graph, models: noModel }, { text: 'связь', limit: 5, mode: 'text' });
  expect(called.hits[0]?.title).toBe('Связи');
});

test('vectors find what has none of the words; the embed job is done once and goes on after a cancel', async () => {
  const models = modelOf((text) => (/garden|растёт|сад/iu.test(text) ? [1, 0.2] : [0, 1]));
  const asked: string[] = [];
  const work = embedWork({
    graph,
    models: { ...models, embed: (texts, ...rest) => (asked.push(...texts), models.embed(texts, ...rest)) },
  });
  const context = { id: 'j', signal: new AbortController().signal, report: () => {} };
  await expect(work({}, { ...context, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  await wantVectors(graph, { vault: 'Notes', embed: false });
  expect(await work({}, context)).toMatchObject({ embedded: 0, failed: 0 });
  await wantVectors(graph, { vault: 'Notes', embed: true });
  expect(await work({}, context)).toEqual({ model: 'test-model', embedded: 3, copied: 0, failed: 0 });
  asked.length = 0;
  expect(await work({}, context)).toMatchObject({ embedded: 0 });
  expect(asked).toEqual(['passage']);
  const { hits } = await search({ graph, models }, { text: 'сад', limit: 5, mode: 'vector' });
  expect(
    hits
      .map(({ sceneId }) => sceneId)
      .slice(0, 2)
      .sort(),
  ).toEqual(['field', 'garden']);
  await expect(
    search({ graph, models: noModel }, { text: 'сад', limit: 5, mode: 'vector' }),
  ).rejects.toMatchObject({ code: 'model_not_ready' });
});

test('with all vectors in memory the nearest are exact, also of what comes and goes', async () => {
  const models = modelOf((text) => (/garden|растёт|сад/iu.test(text) ? [1, 0.2] : [0, 1]));
  const faults: unknown[] = [];
  const nearest = openNearest({
    graph,
    address: () => inject('neo4j'),
    onFault: (fault) => faults.push(fault),
  });
  const found = async (mode: 'vector' | 'text' = 'vector') => {
    const { hits, meaning } = await search({ graph, models, nearest }, { text: 'сад', limit: 5, mode });
    return [meaning, ...hits.slice(0, 2).map(({ sceneId }) => String(sceneId))];
  };
  const whole = async () => expect.poll(() => found(), { timeout: 60_000 }).toContain('exact');
  try {
    expect(await found()).toEqual(['index', expect.any(String), expect.any(String)]);
    nearest.keep('test-model');
    await whole();
    expect((await found()).toSorted()).toEqual(['exact', 'field', 'garden']);
    expect(await found('text')).toEqual(['none']);
    await graph.write((tx) => tx.run(takeGarden));
    expect(await found()).toEqual(['exact', 'field', 'links']);
    await graph.write((tx) => tx.run(bringGarden));
    await embedWork({ graph, models, nearest })(
      {},
      { id: 'j', signal: new AbortController().signal, report: () => {} },
    );
    expect((await found()).toSorted()).toEqual(['exact', 'field', 'garden']);
    expect(faults).toEqual([]);
  } finally {
    await nearest.stop();
  }
});

test('a model with longer vectors gets an index of its length', async () => {
  const models = modelOf(() => [0.6, 0.8], { id: 'longer', dimensions: 512 });
  const context = { id: 'j', signal: new AbortController().signal, report: () => {} };
  expect(await embedWork({ graph, models })({}, context)).toMatchObject({ model: 'longer', embedded: 3 });
  const { hits } = await search({ graph, models }, { text: 'что угодно', limit: 5, mode: 'vector' });
  expect(hits).toHaveLength(3);
  await embedWork({ graph, models: modelOf(() => [1]) })({}, context);
});

test('another model that begins to answer embeds anew, the same one does not, and one that comes back goes on', async () => {
  const started: string[] = [];
  let last: 'done' | 'failed' = 'done';
  const states = (id: string) => {
    let state: 'loading' | 'ready' | 'failed' = 'loading';
    let tell = () => {};
    const models: Models = {
      ...modelOf(() => [1], { id }),
      presence: () => [
        idlePresence({
          role: 'embed',
          id,
          state: state === 'failed' ? { state, code: 'endpoint_stalled', values: {} } : { state },
        }),
      ],
      onChange: (listener) => ((tell = listener), () => {}),
    };
    const jobs = {
      start: (name: string) => Promise.resolve(void started.push(`${id} ${name}`)),
      list: () => Promise.resolve([{ name: 'embed', state: last } as const]),
    };
    embedAgain({ graph, models, jobs, isGraphUp: () => true });
    return (next: typeof state) => {
      state = next;
      tell();
    };
  };
  states('test-model')('ready');
  states('another')('ready');
  await expect.poll(() => started).toEqual(['another embed']);
  const same = states('test-model');
  same('failed');
  same('ready');
  await expect.poll(() => started).toEqual(['another embed', 'test-model embed']);
  // a start after a failure
  last = 'failed';
  states('test-model')('ready');
  await expect.poll(() => started).toHaveLength(3);
});

test('operators narrow what is found, alone or with words, in both languages', async () => {
  await graph.write((tx) => tx.run(addSurroundings));
  const found = async (text: string) =>
    (await search({ graph, models: noModel }, { text, limit: 9, mode: 'fused' })).hits.map(
      ({ sceneId }) => sceneId,
    );
  expect(await found('tag:поле')).toEqual(['links']);
  expect(await found('мысль тег:поле/связи path:links')).toEqual(['links']);
  expect(await found('мысль path:garden')).toEqual([]);
  expect(await found('kind:реплика')).toEqual(['said']);
  expect(await found('ядро кто:человек')).toEqual(['said']);
  expect(await found('ядро speaker:claude')).toEqual([]);
  const said = await search({ graph, models: noModel }, { text: 'ядро кто:аня', limit: 9, mode: 'text' });
  expect(said.hits.map(({ speaker }) => speaker)).toEqual([{ name: 'Аня', role: 'person' }]);
  expect(await found('after:2024-03 before:01.05.2024')).toEqual(['said']);
  expect(await found('region:"тихая область"')).toEqual(['garden']);
  expect(await found('kind:note tag:nothing')).toEqual([]);
});

test('a phrase must stand there, an unwanted word must not, in any form', async () => {
  const found = async (text: string) =>
    (await search({ graph, models: noModel }, { text, limit: 9, mode: 'fused' })).hits.map(
      ({ sceneId }) => sceneId,
    );
  expect(await found('"сцену вместе"')).toEqual(['field']);
  expect(await found('"вместе сцены"')).toEqual([]);
  expect(await found('поле -ёлки')).toEqual([]);
  expect(await found('linked -цветы')).toEqual(['garden']);
});

test('a slip of the pen is forgiven where the words find nothing', async () => {
  const found = async (text: string) =>
    (await search({ graph, models: noModel }, { text, limit: 9, mode: 'text' })).hits.map(
      ({ sceneId }) => sceneId,
    );
  expect(await found('сылкой')).toEqual(['links']);
  expect(await found('gardn')).toEqual(['garden']);
});

test('suggestions come by beginning, any form and either spelling', async () => {
  const titles = async (text: string) =>
    (await suggest({ graph }, { text, limit: 5 })).map(({ title }) => title);
  expect(await titles('сцен')).toEqual(['Поле сцен']);
  expect(await titles('полями сц')).toEqual(['Поле сцен']);
  expect(await titles('gard')).toEqual(['Garden of notes']);
  expect(await titles('заметками')).toEqual(['Ненаписанная заметка']);
});

const writeNotes = `
MERGE (v:Vault {id: 'v', name: 'Notes', path: '/notes'})
WITH v UNWIND $notes AS note
CREATE (s:Scene {id: note.id, rootId: note.id, title: note.title, aliases: [], kind: 'note', origin: 'vault', vaultId: 'v',
  sourceId: note.id, state: CASE note.text WHEN '' THEN 'missing' ELSE 'present' END, since: 1})
WITH note WHERE note.text <> ''
CREATE (:Source {id: note.id, vaultId: 'v', path: note.id + '.md'})
CREATE (:Passage {id: 'p' + note.id, sceneId: note.id, rootId: note.id, vaultId: 'v', start: 100, end: 100 + note.length,
  text: note.text, hash: 'hash ' + note.id})`;

const takeGarden = `MATCH (p:Passage {id: 'pgarden'}) REMOVE p.vector, p.vectorModel`;
const bringGarden = `MATCH (p:Passage {id: 'pgarden'}) SET p.hash = 'hash new'`;

const addSurroundings = `
MATCH (links:Scene {id: 'links'}), (garden:Scene {id: 'garden'})
CREATE (links)-[:MENTIONS {id: 'm', origin: 'vault'}]->(:Concept {id: 'c', name: 'Поле/Связи', from: 'tag', aliases: []}),
  (garden)-[:IN_REGION]->(:Region {id: 'r', name: 'Тихая область сада'}),
  (:Scene {id: 'said', rootId: 'said', title: 'Реплика', aliases: [], kind: 'turn', origin: 'vault', vaultId: 'v', state: 'present',
    since: 1, speaker: 'Аня', speakerRole: 'person', at: '2024-03-15T20:00:00.000Z'}),
  (:Passage {id: 'psaid', sceneId: 'said', rootId: 'said', vaultId: 'v', start: 0, end: 12, text: 'Ядро растёт.', hash: 'hash said'})`;

const noModel: Models = modelOf(() => [1], { isReady: false });

/** A scripted model: the test needs a known geometry, not good vectors. */
function modelOf(
  vectorOf: (text: string) => number[],
  { id = 'test-model', dimensions = 384, isReady = true } = {},
): Models {
  const embed = async (texts: readonly string[], _kind: string): Promise<Embedding> => {
    const vectors = texts.map((text) => {
      const vector = new Float32Array(dimensions);
      vector.set(vectorOf(text));
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    });
    return { vectors, model: id, dimensions };
  };
  const state = { state: isReady ? 'ready' : 'none' } as const;
  return {
    embed,
    generate: () => Promise.reject(new Error('not asked')),
    judge: () => Promise.reject(new Error('not asked')),
    countTokens: async () => 0,
    presence: () => [idlePresence({ role: 'embed', id, state })],
    identity: async () => ({ id, sha256: '' }),
    ready: async () => {},
    pause: () => {},
    hurry: () => {},
    giveWay: () => () => {},
    onChange: () => () => {},
    stop: async () => {},
  };
}

test('what a person has before them is embedded first, also when they open it while the job runs; nothing twice', async () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    id: `many-${at}`,
    title: `Note ${at}`,
    text: `text of many-${at}`,
    length: 20,
  }));
  await graph.write((tx) => tx.run(writeNotes, { notes: many }));
  const inSight = createInSight();
  inSight.see(['many-55']);
  const asked: string[] = [];
  const models = modelOf(() => [1, 0]);
  const work = embedWork({
    graph,
    inSight,
    models: {
      ...models,
      embed: (texts, ...rest) => {
        if (texts.some((text) => text === 'text of many-55')) inSight.see(['many-40', 'many-55']);
        asked.push(...texts.filter((text) => text.startsWith('text of')));
        return models.embed(texts, ...rest);
      },
    },
  });
  await work({}, { id: 'j', signal: new AbortController().signal, report: () => {} });
  expect(asked.slice(0, 2)).toEqual(['text of many-55', 'text of many-40']);
  expect(asked).toHaveLength(60);
  expect(new Set(asked).size).toBe(60);
});
