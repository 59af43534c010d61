import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { CellInput, NotebookView } from '../../../graph-schema/views/notebook-view.ts';
import { createField } from '../../field/create-field.ts';
import { writeField } from '../../field/testing/small-field.ts';
import { gapFigures } from '../../gaps/gap-figures.ts';
import { keepFigures } from '../../gaps/keep-figures.ts';
import { listGaps } from '../../gaps/list-gaps.ts';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import { createFieldEvents } from '../../jobs/field-events.ts';
import { listPendingJoins, listProposals, proposeNow } from '../../proposals/index.ts';
import { noModels } from '../../proposals/testing/no-models.ts';
import { findByTitle } from '../../vault/read-scene.ts';
import type { CellDoor } from '../cells/cell-kind.ts';
import { addCell, createNotebook, type EditDeps, saveCell } from '../edit-notebook.ts';
import { taggedRoots } from '../find-tagged.ts';
import { createRunQueue, type RunQueue } from '../run-queue.ts';
import { listShipped, readShipped } from '../shipped.ts';
import { giveFile } from './give-file.ts';
import { readFile } from './read-file.ts';
import { runFile } from './run-file.ts';
import { compareFile, takeFile } from './take-file.ts';
import { readNotebook } from '../read-notebook.ts';

vi.setConfig({ testTimeout: 60_000 });

let graph: TestGraph;
let deps: EditDeps;
let queue: RunQueue;
let door: CellDoor;

beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  await writeField(graph);
  const field = createField({ graph });
  const figures = keepFigures({ compute: (asked) => gapFigures(asked, null), onDone: () => {} });
  const pendingProposals = () => listPendingJoins({ graph });
  const notAsked = () => Promise.reject(new Error('not asked in these tests'));
  door = {
    reads: graph,
    field,
    sceneByTitle: (title) => findByTitle(graph, title),
    vaultByName: notAsked,
    tagged: (tag) => taggedRoots(graph, tag),
    search: notAsked,
    formulas: { evaluate: notAsked },
    gaps: {
      list: (input) =>
        listGaps(
          {
            graph,
            field,
            figures,
            pendingProposals,
            decidedProposals: async () => ({ links: [], merged: [], unneeded: [] }),
          },
          input,
        ),
    },
    proposals: {
      list: (input) => listProposals({ graph, models: noModels }, input),
      async ask(input) {
        await proposeNow({ graph, models: noModels }, { ...input, limit: 20 });
      },
    },
    packs: { export: notAsked },
    models: () => [],
  };
  const events = createFieldEvents();
  queue = createRunQueue({ graph, events, door });
  deps = { graph, events, models: door.models, running: queue };
});

const text = `Мысли по **саду**.

\`\`\`scenefield question $сад  order=title limit=3
\`\`\`

\`\`\`scenefield chart from=$сад x=kind
\`\`\`
`;

async function taken(file: string, id: string | null = null): Promise<NotebookView> {
  const got = await takeFile(deps, { text: file, id, title: 'Файл' });
  if ('problems' in got) throw new Error(JSON.stringify(got.problems));
  return got;
}

test('what is read in has not run, and is written out sign for sign', async () => {
  const notebook = await taken(text);
  expect(notebook.title).toBe('Файл');
  expect(notebook.cells.map(({ state }) => state)).toEqual(['fresh', 'notRun', 'notRun']);
  expect(queue.statesOf(notebook.id).size).toBe(0);
  expect(await giveFile(deps, notebook.id)).toEqual({ text, fileName: 'Файл.md' });
});

test('a changed file shows its difference first; read in, unchanged cells keep what they came to', async () => {
  const { id } = await taken(text);
  await queue.start(id, { what: 'all' });
  await queue.whenIdle(id);
  const changed = `${text.replace('x=kind', 'x=region')}\nЕщё мысль.\n`;
  const compared = await compareFile(deps, { text: changed, id, title: 'x' });
  expect(compared).toMatchObject({ cells: 4, added: 1, removed: 0, changed: 1 });
  expect('lines' in compared && compared.lines.filter(({ type }) => type !== 'same')).toEqual([
    { type: 'removed', text: '```scenefield chart from=$сад x=kind' },
    { type: 'added', text: '```scenefield chart from=$сад x=region' },
    { type: 'added', text: '' },
    { type: 'added', text: 'Ещё мысль.' },
  ]);
  expect((await readNotebook(deps, id)).cells).toHaveLength(3);
  const notebook = await taken(changed, id);
  expect(notebook.cells.map(({ state }) => state)).toEqual(['fresh', 'fresh', 'stale', 'fresh']);
  expect((await giveFile(deps, id)).text).toBe(changed);
});

test('a file edited into nonsense changes nothing', async () => {
  const { id } = await taken(text);
  const before = await readNotebook(deps, id);
  const got = await takeFile(deps, { text: text.replace('question', 'qestion'), id, title: 'x' });
  expect('problems' in got && got.problems[0]).toMatchObject({ code: 'kind_unknown', line: 3, column: 15 });
  expect(await readNotebook(deps, id)).toEqual(before);
});

test('an edit on the page leaves the lines of the other cells as they were written', async () => {
  const notebook = await taken(text);
  const [, cell] = notebook.cells;
  if (!cell) throw new Error('two cells and a text were read in');
  const input: CellInput = { ...cell.input, limit: 5 } as CellInput;
  await saveCell(deps, { notebookId: notebook.id, cellId: cell.id, base: cell.edition, name: 'сад', input });
  expect((await giveFile(deps, notebook.id)).text).toBe(
    text.replace('$сад  order=title limit=3', '$сад order=title limit=5'),
  );
});

test('a notebook that was never a file is written with its title and read back', async () => {
  const { id } = await createNotebook(deps, 'Тетрадь: первая');
  await addCell(deps, { notebookId: id, after: null, input: { kind: 'prose', text: 'раз' } });
  await addCell(deps, { notebookId: id, after: null, input: { kind: 'prose', text: 'ноль' } });
  const file = await giveFile(deps, id);
  expect(file.fileName).toBe('Тетрадь первая.md');
  const read = readFile(file.text);
  expect('file' in read && [read.file.title, read.file.cells.map(({ input }) => input)]).toEqual([
    'Тетрадь: первая',
    [
      { kind: 'prose', text: 'ноль' },
      { kind: 'prose', text: 'раз' },
    ],
  ]);
});

test.each(['ru', 'en'] as const)('the notebooks that ship run on any field, %s', async (language) => {
  const shipped = await listShipped(language);
  expect(shipped.map(({ about }) => about.length > 20)).toEqual([true, true, true]);
  for (const { id } of shipped) {
    const ran = await runFile(
      { door, change: 1, words: ({ code }) => code },
      { text: await readShipped({ id, language }), signal: new AbortController().signal },
    );
    if ('problems' in ran) throw new Error(`${id}: ${JSON.stringify(ran.problems)}`);
    // a field without dates, tags or proposals has nothing to draw, and says so
    const failed = ran.cells.filter(({ problem }) => problem !== null && problem.code !== 'no_scenes');
    expect(failed).toEqual([]);
  }
});

test('a run tells of each cell and writes what they came to below them', async () => {
  const ran = await runFile(
    { door, change: 1, words: ({ code }) => `wrong: ${code}` },
    {
      text: `${text}\n\`\`\`scenefield cypher $c\nCREATE (:X)\n\`\`\`\n`,
      signal: new AbortController().signal,
    },
  );
  if ('problems' in ran) throw new Error('it can be read');
  expect(ran.cells).toMatchObject([
    { name: 'сад', kind: 'question', state: 'fresh', problem: null },
    { name: null, kind: 'chart', state: 'fresh' },
    { name: 'c', kind: 'cypher', state: 'failed', problem: { code: 'cypher_writes' } },
  ]);
  expect(ran.text).toContain('[[');
  expect(ran.text).toContain('> wrong: cypher_writes');
});
