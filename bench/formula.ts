import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chanceOf } from '../scenes/formula/chance.ts';
import type { Environment } from '../scenes/formula/environment.ts';
import { evaluateFormula } from '../scenes/formula/evaluate-formula.ts';
import { explain } from '../scenes/formula/explain.ts';
import { readFormula } from '../scenes/formula/read-formula.ts';
import { makeSpace, rowOf, type Space } from '../scenes/formula/space.ts';
import { tableOf, withContenders } from '../server/formula/find-contenders.ts';
import { measureComponents } from './formula/components.ts';
import { type Bench, type Peer, target } from './result.ts';
import { publicVaults } from './public-vaults.ts';
import { crowdedVectors, dimensions } from './search/crowded-vectors.ts';
import { timed, timesOf } from './search/times.ts';
import { embedNotes } from './vectors/embedded-notes.ts';

const [scenes, cells] = [100_000, 60];
/** As many as are embedded in some minutes. */
const [notesOfHub, passagesOfHub] = [150, 2];

/**
 * A formula cell over 100,000 scenes, from its text to its explained result, beside a plain loop over the same floats; and how many dominant directions pay
 * to be taken away. Parameters: `speed`, `components` (default: both).
 */
export const run: Bench = async ({ root, say, parameters }) => {
  const isAsked = (part: string) => parameters.length === 0 || parameters.includes(part);
  const speed = isAsked('speed') ? await measureSpeed(say) : { targets: [], peers: [] };
  const peers = isAsked('components') ? await measureVaults(root, say) : [];
  return { targets: speed.targets, peers: [...speed.peers, ...peers] };
};

async function measureSpeed(say: (line: string) => void) {
  const { rows } = crowdedVectors(scenes, 'formula');
  const filling: number[] = [];
  const plain = await timed(filling, () => makeSpace(rows, { dimensions, words: [] }));
  const table = await timed(filling, () => tableOf(plain, String));
  const space = withContenders(plain, table, Number);
  const chance = await timed(filling, () => chanceOf(space));
  say(
    `${scenes} scenes brought into their frame, written as bytes and measured against chance: ${filling.map(Math.round).join(' + ')} ms`,
  );
  const environment: Environment = {
    space,
    chance,
    within: null,
    place: ({ name }) => ({ type: 'rows', rows: [Number(name)], own: [Number(name)] }),
    transition: () => ({ type: 'missing', code: 'too_few_links', values: {} }),
  };
  const [ours, sums, raw]: [number[], number[], number[]] = [[], [], []];
  for (let cell = -5; cell < cells; cell++) {
    const [a, b] = [(cell + 5) * 1301, (cell + 5) * 1607 + 1];
    const into = (times: number[]) => (cell < 0 ? [] : times);
    await timed(into(ours), () => work(`near([[${a}]], 10)`, environment));
    await timed(into(sums), () => work(`near([[${a}]] + 0.5 * [[${b}]], 10)`, environment));
    await timed(into(raw), () => rawScan(space, a));
  }
  const [near, sum, scan] = [timesOf(ours), timesOf(sums), timesOf(raw)];
  const peer = (name: string, value: number): Peer => ({ name, value, unit: 'ms', ratio: near.p50 / value });
  return {
    targets: [target(`near(x, 10) over ${scenes} scenes, p50`, near.p50, ['ms', '<=', 50])],
    peers: [
      peer('raw float scan, p50', scan.p50),
      peer('raw float scan, p95', scan.p95),
      peer('near(x, 10), p95', near.p95),
      peer('near(x + 0.5 * y, 10), p50', sum.p50),
    ],
  };
}

function work(text: string, environment: Environment): void {
  const evaluated = evaluateFormula(readFormula(text).tree, environment);
  if ('value' in evaluated) explain(evaluated.value, environment);
}

/** The least that any exact answer does: one loop over all floats, and the best ten kept. */
function rawScan(space: Space, row: number): number[] {
  const { rows, count } = space;
  const probe = rowOf(space, row);
  const best: number[] = Array<number>(10).fill(-1);
  for (let at = 0, from = 0; at < count; at++, from += dimensions) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += (rows[from + d] as number) * (probe[d] as number);
    if (sum <= (best[9] as number)) continue;
    best[9] = sum;
    best.sort((a, b) => b - a);
  }
  return best;
}

async function measureVaults(root: string, say: (line: string) => void): Promise<Peer[]> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-formula-'));
  try {
    const { ru, en } = await publicVaults(root, place);
    const peers: Peer[] = [];
    if (ru) {
      const whole = { mostNotes: 100_000, passagesANote: 10_000 };
      peers.push(...measureComponents(await embedNotes({ folder: ru, ...whole, say }), 'Russian vault'));
    }
    if (en) {
      const some = { mostNotes: notesOfHub, passagesANote: passagesOfHub };
      peers.push(
        ...measureComponents(
          await embedNotes({ folder: en, ...some, say }),
          `${notesOfHub} notes of the English vault`,
        ),
      );
    }
    return peers;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
