import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitChange } from '../changes/commit-change.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';
import { removeVault } from '../vault/remove-vault.ts';
import { createField } from './create-field.ts';
import { type FieldRows, readFieldNumber, readFieldRows } from './field-rows.ts';
import { readChanges } from './read-changes.ts';

let graph: TestGraph;
let folder: string;
beforeAll(async () => {
  graph = await openTestGraph();
  folder = await mkdtemp(path.join(os.tmpdir(), 'scenefield-changes-'));
});
afterAll(async () => {
  await graph.close();
  await rm(folder, { recursive: true, force: true });
});

const note = (name: string, text: string) => writeFile(path.join(folder, `${name}.md`), text);
const ingest = () => ingestVault({ graph }, { path: folder, name: 'changes' });
const inOrder = ({ scenes, links, speaking, ...rest }: FieldRows) => ({
  ...rest,
  scenes: scenes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  links: links.map((link) => JSON.stringify({ ...link, origins: link.origins.toSorted() })).toSorted(),
  speaking: speaking.map((one) => JSON.stringify(one)).toSorted(),
});

/** What `work` does, read by what the log names, is what reading everything gives. */
async function expectFollowed(work: () => Promise<unknown>) {
  const before = await readFieldRows(graph);
  await work();
  const [followed, whole] = [await readChanges(graph, before), await readFieldRows(graph)];
  expect(followed && inOrder(followed)).toEqual(inOrder(whole));
  return { before, whole };
}

test('the field follows what an ingest and a person change, without reading the rest', async () => {
  await note('Ядро', '# Ядро\nСсылается на [[Поле]] и на [[Нет ещё]].\n');
  await note('Поле', '# Поле\n## Часть\nВернуться: [[Ядро]].\n');
  await note('Talk', '# Talk\nNo links here.\n');
  await ingest();

  const { whole } = await expectFollowed(async () => {
    await note('Talk', '# Talk\nNow [[Поле#Часть]] and [[Somewhere]].\n');
    await ingest();
  });
  expect(whole.scenes.filter(({ state }) => state === 'missing').map(({ title }) => title)).toContain(
    'Somewhere',
  );
  // called for no longer
  await expectFollowed(async () => {
    await note('Talk', '# Talk\nQuiet again.\n');
    await ingest();
  });
  // what was missing is written
  await expectFollowed(async () => {
    await note('Нет ещё', '# Нет ещё\nТеперь есть, см. [[Talk]].\n');
    await ingest();
  });
  await expectFollowed(async () => {
    await rename(path.join(folder, 'Talk.md'), path.join(folder, 'Talk renamed.md'));
    await ingest();
  });
  // others still call for it
  await expectFollowed(async () => {
    await rm(path.join(folder, 'Поле.md'));
    await ingest();
  });
  const { before } = await expectFollowed(async () => {
    const [a, b] = (await readFieldRows(graph)).scenes.filter(({ state }) => state === 'present');
    await graph.write((tx) =>
      commitChange(tx, {
        kind: 'edit',
        values: {},
        steps: [
          {
            type: 'hold_link',
            link: {
              kind: 'enables',
              origin: 'person',
              from: { label: 'Scene', id: a?.id ?? '' },
              to: { label: 'Scene', id: b?.id ?? '' },
            },
            props: { id: 'link-by-hand', evidencePassages: [], evidenceStarts: [], evidenceEnds: [] },
            holder: 'person',
          },
        ],
      }),
    );
  });
  expect((await readChanges(graph, before))?.links).toHaveLength(before.links.length + 1);
}, 120_000);

test('what the log does not name is read as a whole, and an ingest again from where it began', async () => {
  const field = createField({ graph });
  const titles = async () => (await field.load()).scenes.map(({ title }) => title);
  expect(await titles()).toContain('Ядро');
  const since = await readFieldNumber(graph);
  await note('Ядро', '# Ядро\nИ [[Новое]].\n');
  await ingest();
  field.invalidate(since);
  expect(await titles()).toContain('Новое');
  await removeVault({ graph }, { name: 'changes', dryRun: false });
  expect(await titles()).not.toContain('Новое');
}, 120_000);
