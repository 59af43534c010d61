import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import { decide } from '../learning/person.ts';
import { makeWorld } from '../learning/world.ts';
import { type Target, target } from '../result.ts';

const seeds = [7, 11, 13, 17, 19];

/** How sure the surest proposals may be taken, on notes never shown: fitted to the vault's links, and after a hundred decisions of a simulated person. */
export async function measureCalibration(corpus: Corpus, say: (line: string) => void): Promise<Target[]> {
  const errors = { nothing: 0, learning: 0 };
  let slowest = 0;
  for (const seed of seeds) {
    const mode = seed % 4 === 3 ? 'removed' : 'mention';
    const world = await makeWorld(corpus, { seed, mode, refit: true });
    for (const by of ['nothing', 'learning'] as const) {
      const { calibration, refit } = await decide(world, 'vault', by);
      errors[by] += calibration / seeds.length;
      slowest = Math.max(slowest, refit);
    }
    say(`calibration: seed ${seed}`);
  }
  return [
    target('calibration error in the top 2 %, fitted to the vault', errors.nothing, ['', '<=', 0.06]),
    target('calibration error in the top 2 %, after 100 decisions', errors.learning, ['', '<=', 0.06]),
    target('refit by a hundred decisions, slowest', slowest, ['s', '<=', 1]),
  ];
}
