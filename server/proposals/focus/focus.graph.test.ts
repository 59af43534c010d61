import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import { ingestVault } from '../../vault/ingest/ingest-vault.ts';
import { listProposals } from '../index.ts';
import { keepCorpora } from '../queue/keep-corpora.ts';
import { noModels } from '../testing/no-models.ts';
import { makeSmallVault, type SmallVault } from '../testing/small-vault.ts';
import { orderFocus } from './order-focus.ts';
import { proposeByFocus } from './propose-by-focus.ts';

let graph: TestGraph;
let vault: SmallVault;

beforeAll(async () => {
  graph = await openTestGraph();
  vault = await makeSmallVault();
  await ingestVault({ graph }, { path: vault.dir });
});
afterAll(async () => {
  await vault.remove();
  await graph.close();
});

test('notes are looked at in turn, what was edited since comes first again, and the links are those of a look at all', async () => {
  const deps = { graph, models: noModels, corpora: keepCorpora(graph) };
  const scope = { vaultId: null, roots: null };
  const found = await proposeByFocus(deps, { scope, limit: 40, seen: [] });
  const input = { state: 'pending', limit: 100, offset: 0 } as const;
  const { proposals } = await listProposals(deps, input);
  expect(proposals.map(({ id }) => String(id)).toSorted()).toEqual(found.ids.toSorted());
  const pairs = proposals.map(({ from, to }) => [from.title, to.title].sort().join(' '));
  expect(pairs).toContain('Glaze Kiln');

  const before = await orderFocus(graph, { vaultId: null, seen: [] });
  const last = before.at(-1) ?? '';
  const { corpus } = await deps.corpora.part(null, [last]);
  const [note] = corpus.notes;
  await vault.write(note?.path ?? '', `${note?.text}\nOne more sentence about it.\n`);
  await ingestVault({ graph }, { path: vault.dir });
  expect((await orderFocus(graph, { vaultId: null, seen: [] }))[0]).toBe(last);
});

test('candidates are found by names and by words, also of a note that the index does not know', async () => {
  const corpora = keepCorpora(graph);
  const index = await corpora.candidates(null);
  const order = await orderFocus(graph, { vaultId: null, seen: [] });
  const { corpus } = await corpora.part(null, order);
  const idOf = (title: string) => corpus.notes.find((note) => note.title === title)?.id ?? '';
  const kiln = corpus.notes.filter(({ title }) => title === 'Kiln');
  expect(index.candidatesOf(kiln, 3)).toContain(idOf('Glaze'));
  const fresh = [{ id: 'new', text: 'The wheel and the clay.' }];
  const found = [...index.candidatesOf(fresh, 2)];
  expect(found).toEqual(expect.arrayContaining([idOf('Wheel'), idOf('Clay')]));
});
