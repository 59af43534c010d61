import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import * as look from '../testing/graph-reading.cypher.ts';
import { makeVault, type TemporaryVault } from '../testing/temporary-vault.ts';
import { ingestVault } from './ingest-vault.ts';
import { createVaultMemory } from './vault-memory.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
const rows = (cypher: string, parameters = {}) => graph.read((tx) => tx.run(cypher, parameters));

const blocks = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'];
const names = ['Ядро', 'поле', 'Index', 'a.b', 'a', 'Рост'];
const notePath = fc
  .tuple(fc.constantFrom('', 'x/', 'x/y/', 'z/'), fc.constantFrom(...names))
  .map(([folder, name]) => `${folder}${name}.md`);
const target = fc.constantFrom(
  ...names,
  'x/Ядро',
  '../поле',
  'поле#Рост',
  'Ядро#^b1',
  `#^${blocks[0]}`,
  `#^${blocks[1]}`,
  'Прозвище',
  'схема.png',
  'Нет такой',
);
const part = fc.oneof(
  target.map((to) => `Смотри [[${to}]] и дальше.`),
  fc.constantFrom(...names).map((to) => `Рядом [слово](../x/${to}.md).`),
  fc.constantFrom('Рост', 'Итог', 'Смысл').map((title) => `## ${title}\n\nСлова о том, что ${title} держит.`),
  fc.constantFrom('b1', ...blocks).map((block) => `Строка с местом. ^${block}`),
  fc.constantFrom('#поле/ядро', '#тег', '`код_имя`', 'Просто слова.'),
);
const body = fc
  .tuple(
    fc.constantFrom('', '---\naliases: [Прозвище]\n---\n', '---\naliases: [Рост, Index]\n---\n'),
    fc.array(part, { minLength: 1, maxLength: 6 }),
  )
  .map(([front, parts]) => `${front}${parts.join('\n\n')}\n`);
const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), path: notePath, body }) },
  fc.record({ do: fc.constant('remove' as const), path: notePath }),
  fc.record({ do: fc.constant('move' as const), path: notePath, to: notePath }),
  fc.record({ do: fc.constant('attach' as const), path: fc.constantFrom('схема.png', 'x/Index.pdf.png') }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

it('comes to what a comparison of the whole vault comes to, whatever changes', async () => {
  const everyPath = ['', 'x/', 'x/y/', 'z/'].flatMap((folder) => names.map((name) => `${folder}${name}.md`));
  await fc.assert(
    fc.asyncProperty(
      fc.array(body, { minLength: everyPath.length, maxLength: everyPath.length }),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 }),
      async (bodies, rounds) => {
        await graph.empty();
        const vault = await makeVault({
          'always.md': 'Она есть всегда. [[Ядро]]\n',
          ...Object.fromEntries(everyPath.slice(0, 16).map((name, index) => [name, bodies[index] ?? ''])),
        });
        const memory = createVaultMemory();
        try {
          await ingestVault({ graph, memory }, { path: vault.path, name: 'vault' });
          for (const edits of rounds) {
            for (const each of edits) await apply(vault, each);
            const files = edits.flatMap((each) => filesOf(vault, each));
            const near = await ingestVault({ graph, memory }, { path: vault.path, name: 'vault', files });
            const changes = await rows(look.countChanges);
            const whole = await compareWhole(vault.path);
            expect({ ...near, changed: 0, seconds: 0 }).toEqual({ ...whole, seconds: 0 });
            expect(await rows(look.countChanges)).toEqual(changes);
          }
        } finally {
          await vault.delete();
        }
      },
    ),
    { numRuns: 15, seed: 7, endOnFailure: true },
  );
}, 240_000);

/** As a process that knows nothing reads it; its traces on the vault are taken back, so that what is remembered goes on to count. */
async function compareWhole(folder: string) {
  const [before] = await rows(look.vaultNode);
  await graph.write((tx) => tx.run(look.setVaultNode, { props: { ...before, stamp: 'other' } }));
  const report = await ingestVault({ graph }, { path: folder, name: 'vault' });
  await graph.write((tx) => tx.run(look.setVaultNode, { props: before }));
  return report;
}

async function apply(vault: TemporaryVault, change: Edit): Promise<void> {
  try {
    if (change.do === 'write') await vault.write(change.path, change.body);
    else if (change.do === 'remove') await vault.remove(change.path);
    else if (change.do === 'move') await vault.move(change.path, change.to);
    else await vault.write(change.path, 'picture');
  } catch (error) {
    // what is not there cannot be moved
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function filesOf(vault: TemporaryVault, change: Edit): string[] {
  const paths = change.do === 'move' ? [change.path, change.to] : [change.path];
  return paths.map((name) => path.join(vault.path, ...name.split('/')));
}
