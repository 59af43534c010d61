import path from 'node:path';
import { existsSync } from 'node:fs';
import { cacheFolder } from '../models/cache-folder.ts';
import { type EvalLinksResult, evalLinks } from '../server/proposals/eval/eval-links.ts';
import { type Bench, type Peer, target } from './result.ts';

/** How high hidden links come back, over five seeds, in both modes; the peers are what other tools rank by. A folder may be given as parameter. */
export const run: Bench = async ({ root, say, parameters }) => {
  const dir = parameters[0] ?? path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  if (!existsSync(dir)) {
    say(`links: ${dir} is not there; give a folder of notes`);
    return { targets: [], peers: [] };
  }
  const ask = {
    dir,
    cache: cacheFolder(),
    report: ({ done, total }: { done: number; total: number }) => say(`seed ${done} of ${total}`),
  };
  const removed = await evalLinks({ ...ask, mode: 'removed' });
  const mention = await evalLinks({ ...ask, mode: 'mention' });
  return {
    targets: [
      target('hit@10, removed', removed.full.hit10, ['', '>=', 0.7]),
      target('hit@10, mention', mention.full.hit10, ['', '>=', 0.86]),
      target('precision of the first 50, removed', removed.full.precision50, ['', '>=', 0.4]),
      target('precision of the first 50, mention', mention.full.precision50, ['', '>=', 0.57]),
    ],
    peers: [...peersOf(removed), ...peersOf(mention)],
  };
};

function peersOf({ mode, full, baselines }: EvalLinksResult): Peer[] {
  return Object.entries(baselines).map(([name, { mrr }]) => ({
    name: `MRR of ${name}, ${mode}`,
    value: mrr,
    unit: '',
    ratio: full.mrr / mrr,
  }));
}
