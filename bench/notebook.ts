import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readKey } from '../server/boot/keys.mjs';
import { remoteCaller, type FieldCaller } from '../server/cli/field-caller.ts';
import { fiftyCells } from './notebook/fifty-cells.ts';
import { measureOnPage } from './notebook/on-the-page.ts';
import { type Bench, median, target } from './result.ts';
import { startApp } from './start/started-app.ts';
import { untilDone } from './start/until-done.ts';

const rounds = 3;
const patienceMs = 120_000;

/** How fast a notebook of fifty cells runs without a model, opens on the page, and is typed in. A folder may be given as parameter. */
export const run: Bench = async ({ root, say, parameters }) => {
  const dir = parameters[0] ?? path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  if (!existsSync(dir)) {
    say(`notebook: ${dir} is not there; give a folder of notes`);
    return { targets: [], peers: [] };
  }
  const home = await mkdtemp(path.join(os.tmpdir(), 'scenefield-bench-'));
  const app = await startApp({
    root,
    home,
    env: { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: 'none' },
  });
  try {
    await app.stage('migrations');
    const place = { address: app.address, key: readKey(home) ?? '' };
    const field = remoteCaller(place);
    const { id: reading } = await field.vaults.open({ path: dir, embed: false });
    await untilDone(field, ({ id: own }) => own === reading, { isWhole: true, patienceMs });
    say('the vault is read');
    const other = await field.notebooks.create({ title: 'Another' });
    await field.notebooks.addCell({
      notebookId: other.id,
      after: null,
      input: { kind: 'prose', text: 'Another.' },
    });
    const taken = await field.notebooks.take({ text: fiftyCells(), id: null, title: 'x' });
    if ('problems' in taken) throw new Error(JSON.stringify(taken.problems));
    const { id, title, cells } = taken;
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) seconds.push(await runAll(field, id));
    const ran = await field.notebooks.read({ id });
    for (const { problem, name, input, seconds: own } of ran.cells)
      say(`${name ?? input.kind}: ${problem?.code ?? `${(own ?? 0).toFixed(3)} s`}`);
    const began = performance.now();
    await field.notebooks.read({ id });
    const readMs = performance.now() - began;
    const { openMs, inpMs } = await measureOnPage(place, { title, other: other.title, cells: cells.length });
    return {
      targets: [
        target(`a notebook of ${cells.length} cells opens on the page`, openMs, ['ms', '<=', 400]),
        target('a key in a cell of text, until it is painted', inpMs, ['ms', '<=', 100]),
        target('all cells run, without a model', median(seconds), ['s', '<=', 3]),
      ],
      peers: [
        { name: 'the same notebook read over HTTP alone', value: readMs, unit: 'ms', ratio: openMs / readMs },
      ],
    };
  } finally {
    await app.stop();
    await rm(home, { recursive: true, force: true });
  }
};

/** Seconds until no cell runs or waits. */
async function runAll(field: FieldCaller, id: string): Promise<number> {
  const began = performance.now();
  await field.notebooks.run({ what: 'all', id });
  for (;;) {
    const { cells } = await field.notebooks.read({ id });
    if (!cells.some(({ state }) => state === 'running' || state === 'queued'))
      return (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
