import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LinkInput, type Spot } from '../../graph-schema/views/edit-view.ts';
import { createField } from '../field/create-field.ts';
import { layoutWork } from '../field/layout-work.ts';
import { exportWork } from '../exports/export-work.ts';
import { listChanges } from '../changes/list-changes.ts';
import { redo, undo } from '../changes/undo.ts';
import { type TestGraph, openTestGraph } from '../graph/testing/test-graph.ts';
import { createFieldEvents } from '../jobs/field-events.ts';
import { search } from '../search/search.ts';
import { findByTitle, readScene } from '../vault/read-scene.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';
import { makeVault, type TemporaryVault } from '../vault/testing/temporary-vault.ts';
import { createEditing, type Editing } from './create-editing.ts';

const notes = {
  'Clay.md': '# Clay\n\nClay is dug from a river bank. It is wedged before it goes on the [[Wheel]].\n',
  'Wheel.md': 'The wheel turns while the hands stay still. A bowl dries before the [[Kiln]].\n',
  'Kiln.md': 'The kiln is heated slowly. High heat melts glaze into glass.\n',
  'Oven.md': 'An oven for pots is a [[Kiln]] by another name. See [[Clay]] and [[Ash]].\n',
};

let graph: TestGraph;
let vault: TemporaryVault;
let editing: Editing;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeVault(notes);
  await ingestVault({ graph }, { path: vault.path });
  editing = createEditing({ graph, events: createFieldEvents(), onWords: () => Promise.resolve() });
  return () => vault.delete();
});

const idOf = (title: string) => findByTitle(graph, title);
const sceneOf = async (title: string) => readScene({ graph }, { id: await idOf(title) });
const linkOf = async (from: string, to: string, more: Partial<LinkInput> = {}) =>
  LinkInput.parse({ from: await idOf(from), to: await idOf(to), kind: 'requires', ...more });
/** `direction relation other origin` of each link that a scene shows. */
const linksOf = async (title: string) =>
  (await sceneOf(title)).links
    .map(({ direction, relation, other, origin }) => `${direction} ${relation} ${other.title} ${origin}`)
    .sort();
const lay = () =>
  layoutWork({ graph })({}, { id: 'layout', signal: new AbortController().signal, report: () => undefined });

test('a drawn link has its kind, direction, quote and reason; it is taken away and brought back', async () => {
  const link = await linkOf('Kiln', 'Clay', {
    quote: 'The kiln is heated slowly.',
    reason: 'clay cracks else',
  });
  const { number } = await editing.draw([link]);
  const drawn = (await sceneOf('Kiln')).links.find(({ origin }) => origin === 'person');
  expect(drawn).toMatchObject({
    relation: 'requires',
    direction: 'out',
    reason: 'clay cracks else',
    isDrawn: true,
    evidence: [{ side: 'from', text: 'The kiln is heated slowly.', path: 'Kiln.md', start: 0 }],
  });
  expect((await listChanges(graph, { limit: 1 }))[0]).toMatchObject({ number, kind: 'edit', undoable: true });
  await editing.removeLink(drawn?.id ?? '');
  expect(await linksOf('Kiln')).not.toContain('out requires Clay person');
  await undo({ graph }, {});
  expect(await linksOf('Kiln')).toContain('out requires Clay person');
  await undo({ graph }, {});
  expect(await linksOf('Kiln')).not.toContain('out requires Clay person');
  await redo({ graph }, {});
  expect((await sceneOf('Kiln')).links.find(({ origin }) => origin === 'person')?.reason).toBe(
    'clay cracks else',
  );
});

test('a link to itself, a double one, one to what is gone and one whose words changed are refused in words', async () => {
  const self = await linkOf('Kiln', 'Kiln');
  await expect(editing.draw([self])).rejects.toMatchObject({ code: 'link_to_itself' });
  await expect(editing.draw([await linkOf('Clay', 'Wheel', { kind: 'links_to' })])).rejects.toMatchObject({
    code: 'link_exists',
    values: { from: 'Clay', to: 'Wheel' },
  });
  const link = await linkOf('Kiln', 'Clay');
  await editing.draw([link]);
  await expect(editing.draw([link])).rejects.toMatchObject({ code: 'link_exists' });
  // the other way round it says something else
  await editing.draw([{ ...link, from: link.to, to: link.from }]);
  const gone = LinkInput.parse({ ...link, to: 'scene-gone' });
  await expect(editing.draw([gone])).rejects.toMatchObject({ code: 'not_found' });
  const changed = { ...link, kind: 'refines' as const, quote: 'words that nobody wrote' };
  await expect(editing.draw([changed])).rejects.toMatchObject({ code: 'edited_meanwhile' });
});

test('several links at once are one change, and those that are there are passed over', async () => {
  const links = [
    await linkOf('Clay', 'Wheel', { kind: 'links_to' }),
    await linkOf('Clay', 'Kiln'),
    await linkOf('Clay', 'Oven'),
  ];
  const { number } = await editing.draw(links);
  expect((await listChanges(graph, { limit: 1 }))[0]?.values).toMatchObject({ act: 'link', count: 2 });
  await undo({ graph }, { number: number ?? 0 });
  expect((await linksOf('Clay')).filter((line) => line.endsWith('person'))).toEqual([]);
});

test('a new scene stands by what it links to, is found by its words, calls for what is not there, and goes and comes as one', async () => {
  await lay();
  const body = 'Fire makes [[Clay]] hard, says [[the Smith]].\n\nAnd a [[kiln|hot box]] holds it.';
  const made = await editing.write({ title: 'Firing', body });
  expect(made.called).toEqual(['the Smith']);
  expect(await linksOf('Firing')).toEqual([
    'out links_to Clay person',
    'out links_to Kiln person',
    'out links_to the Smith person',
  ]);
  const scene = await sceneOf('Firing');
  expect(scene).toMatchObject({ kind: 'written', origin: 'person', state: 'present', body });
  expect(scene.links[0]?.evidence[0]?.text).toContain('Fire makes [[Clay]] hard');
  const node = (await createField({ graph }).load()).sceneById.get(made.id);
  expect(node).toMatchObject({ x: expect.any(Number), regionId: expect.any(String) });
  const nothing = { presence: () => [] } as never;
  const found = async () =>
    (await search({ graph, models: nothing }, { text: 'hot box', limit: 5, mode: 'text' })).hits;
  await expect.poll(async () => (await found()).map(({ title }) => title)).toContain('Firing');
  await undo({ graph }, {});
  await expect(idOf('Firing')).rejects.toMatchObject({ code: 'not_found' });
  await expect(idOf('the Smith')).rejects.toMatchObject({ code: 'not_found' });
  await redo({ graph }, {});
  expect((await sceneOf('Firing')).body).toBe(body);
});

test('what is called for and nobody wrote is written where it stands; its note takes its place later and the words stay', async () => {
  const called = await idOf('Ash');
  const made = await editing.write({ title: 'Ash', body: 'Grey and light.' });
  expect(made.id).toBe(called);
  expect(await linksOf('Ash')).toEqual(['in links_to Oven vault']);
  await undo({ graph }, {});
  expect((await sceneOf('Ash')).state).toBe('missing');
  await redo({ graph }, {});
  await vault.write('Ash.md', 'What wood leaves.\n');
  await ingestVault({ graph }, { path: vault.path });
  expect(await sceneOf('Ash')).toMatchObject({ id: called, kind: 'note', body: 'What wood leaves.\n' });
});

test('a text is changed from what one saw: two windows never write over each other', async () => {
  const { id } = await editing.write({ title: 'Firing', body: 'Of [[Clay]] and [[Soot]].' });
  const { version } = await editing.read(id);
  await editing.rewrite({ id, version, title: 'Firing', body: 'Of [[Wheel]] now.' });
  expect(await linksOf('Firing')).toEqual(['out links_to Wheel person']);
  await expect(idOf('Soot')).rejects.toMatchObject({ code: 'not_found' });
  const late = editing.rewrite({ id, version, title: 'Firing', body: 'Something else.' });
  await expect(late).rejects.toMatchObject({ code: 'edited_meanwhile', values: { title: 'Firing' } });
  expect((await sceneOf('Firing')).body).toBe('Of [[Wheel]] now.');
  await undo({ graph }, {});
  expect(await linksOf('Firing')).toEqual(['out links_to Clay person', 'out links_to Soot person']);
  const note = await editing.read(await idOf('Kiln'));
  expect(note.isOwn).toBe(false);
  const onNote = editing.rewrite({ id: note.id, version: note.version, title: 'Furnace', body: note.body });
  await expect(onNote).rejects.toMatchObject({ code: 'not_own' });
});

test('a renamed scene is found by its old title, too', async () => {
  const { id } = await editing.write({ title: 'Firing', body: 'Heat.' });
  await editing.write({ title: 'Pots', body: 'After [[Firing]] they ring.' });
  const { version, body } = await editing.read(id);
  await editing.rewrite({ id, version, title: 'Burning', body });
  expect((await sceneOf('Burning')).aliases).toEqual(['Firing']);
  const pots = await editing.read(await idOf('Pots'));
  await editing.rewrite({ ...pots, body: 'After [[firing]] they ring well.' });
  expect(await linksOf('Pots')).toEqual(['out links_to Burning person']);
});

test('a merge moves what leads to and from a scene, changes no note, holds through a reading, and is taken back', async () => {
  const [from, to] = [await idOf('Oven'), await idOf('Kiln')];
  const before = [await linksOf('Kiln'), await linksOf('Oven'), await linksOf('Clay')];
  expect(await editing.previewMerge({ from, to })).toMatchObject({
    links: 2,
    closed: 1,
    names: ['Oven'],
    joinsText: false,
  });
  await editing.merge({ from, to });
  expect(await linksOf('Kiln')).toEqual(
    ['in links_to Wheel vault', 'out links_to Ash person', 'out links_to Clay person'].sort(),
  );
  const field = createField({ graph });
  expect((await field.load()).sceneById.has(from)).toBe(false);
  expect(await editing.read(from)).toMatchObject({
    mergedInto: { title: 'Kiln' },
    mergedBy: expect.any(Number),
  });
  expect(await editing.read(to)).toMatchObject({ merged: [{ title: 'Oven' }] });
  expect(await readFile(path.join(vault.path, 'Oven.md'), 'utf8')).toBe(notes['Oven.md']);
  await vault.write('Wheel.md', 'The wheel turns. Then the [[Kiln]].\n');
  await ingestVault({ graph }, { path: vault.path });
  expect((await field.load()).sceneById.has(from)).toBe(false);
  await undo({ graph }, {});
  expect([await linksOf('Kiln'), await linksOf('Oven'), await linksOf('Clay')]).toEqual(before);
  expect((await field.load()).sceneById.has(from)).toBe(true);
});

test('two texts of a person’s own become one, and apart again', async () => {
  const a = await editing.write({ title: 'Heat', body: 'From [[Clay]].' });
  const b = await editing.write({ title: 'Warmth', body: 'To [[Wheel]].' });
  await editing.merge({ from: b.id, to: a.id });
  expect((await sceneOf('Heat')).body).toBe('From [[Clay]].\n\nTo [[Wheel]].');
  expect(await linksOf('Heat')).toEqual(['out links_to Clay person', 'out links_to Wheel person']);
  await expect(editing.merge({ from: b.id, to: a.id })).rejects.toMatchObject({ code: 'bad_input' });
  await undo({ graph }, {});
  expect((await sceneOf('Heat')).body).toBe('From [[Clay]].');
  expect((await sceneOf('Warmth')).body).toBe('To [[Wheel]].');
});

test('a scene is split where the person says, and the first part links to the second', async () => {
  const body = 'From [[Clay]].\n\nTo [[Wheel]].';
  const { id } = await editing.write({ title: 'Heat', body });
  const { version } = await editing.read(id);
  await editing.split({ id, version, at: body.indexOf('To'), title: 'Turning' });
  expect((await sceneOf('Heat')).body).toBe('From [[Clay]].');
  expect(await linksOf('Heat')).toEqual(['out links_to Clay person', 'out links_to Turning person']);
  expect((await sceneOf('Turning')).body).toBe('To [[Wheel]].');
  await undo({ graph }, {});
  expect((await sceneOf('Heat')).body).toBe(body);
  await expect(editing.split({ id, version, at: body.length + 5, title: 'Empty' })).rejects.toMatchObject({
    code: 'bad_input',
  });
});

test('a pinned scene stays where it is pinned when all else is laid out anew', async () => {
  const id = await idOf('Kiln');
  const spot: Spot = { x: 4321, y: -1234 };
  await editing.pin([{ id, isPinned: true, spot }]);
  await lay();
  const place = async () => {
    const { x, y, pinned } = (await createField({ graph }).load()).sceneById.get(id) ?? {};
    return { x, y, pinned };
  };
  expect(await place()).toEqual({ ...spot, pinned: true });
  await editing.pin([{ id, isPinned: false }]);
  expect((await place()).pinned).toBe(false);
  await undo({ graph }, { count: 2 });
  expect((await place()).pinned).toBe(false);
});

test('what was written leaves as new notes, and their reading joins the scenes instead of doubling them', async () => {
  const made = await editing.write({
    title: 'Heat: a <b>note</b>',
    body: 'From [[Clay]] to [[Firing: the end]].',
  });
  const other = await editing.write({ title: 'Firing: the end', body: 'It is over.' });
  await editing.draw([LinkInput.parse({ from: made.id, to: await idOf('Wheel'), kind: 'requires' })]);
  const scenes = async () =>
    (await createField({ graph }).load()).scenes.filter(({ state }) => state === 'present').length;
  const before = await scenes();
  const run = () =>
    exportWork({ graph, field: createField({ graph }), downloads: vault.path })(
      {
        selection: { what: 'scenes', ids: [made.id, other.id] },
        format: 'additions',
        language: 'en',
        target: { to: 'path', path: path.join(vault.path, 'New') },
      },
      { id: 'job', signal: new AbortController().signal, report: () => undefined },
    );
  expect(await run()).toMatchObject({ files: 2, kept: [] });
  expect(await run()).toMatchObject({ files: 0 });
  const file = await readFile(path.join(vault.path, 'New', 'Heat a b note b.md'), 'utf8');
  expect(file).toContain('From [[Clay]] to [[Firing the end|Firing: the end]].');
  expect(file.match(/Clay/g)).toHaveLength(1);
  expect(file).toContain('- requires [[Wheel]]');
  await ingestVault({ graph }, { path: vault.path });
  expect(await scenes()).toBe(before);
  const joined = await readScene({ graph }, { id: made.id });
  expect(joined).toMatchObject({ kind: 'note', source: { path: 'New/Heat a b note b.md' } });
  expect(joined.aliases).toContain('Heat: a <b>note</b>');
  expect(await editing.read(made.id)).toMatchObject({ isOwn: false });
});

test('titles of any kind and length come in and go out as they are', async () => {
  const long = 'слово 🌊 '.repeat(650).trim();
  const titles = ['<script>alert(1)</script>', 'עברית: כותרת', '👩‍👩‍👧‍👦 семья', '[[Clay]] # ^ |'];
  for (const title of titles) {
    const { id } = await editing.write({ title, body: '' });
    expect(await readScene({ graph }, { id })).toMatchObject({ title, body: '' });
  }
  const { id } = await editing.write({ title: long, body: 'Конец.' });
  const scene = await readScene({ graph }, { id });
  expect(scene.title.length).toBeLessThan(400);
  expect(scene.body).toBe(`${long}\n\nКонец.`);
});

test('a scene of a person’s own is let go with its words, and brought back', async () => {
  const { id } = await editing.write({ title: 'Heat', body: 'From [[Clay]].' });
  await editing.remove(id);
  await expect(idOf('Heat')).rejects.toMatchObject({ code: 'not_found' });
  await undo({ graph }, {});
  expect(await linksOf('Heat')).toEqual(['out links_to Clay person']);
  await expect(editing.remove(await idOf('Kiln'))).rejects.toMatchObject({ code: 'not_own' });
});
