import path from 'node:path';
import { existsSync } from 'node:fs';
import { type EvalGapsResult, evalGaps } from '../server/gaps/eval/eval-gaps.ts';
import { type Bench, type Peer, type Target, target } from './result.ts';

/** How many pairs of regions that lost all their links are named again, over five seeds, in both modes; the peer is what degrees alone say. A folder may be given as parameter. */
export const run: Bench = async ({ root, say, parameters }) => {
  const dir = parameters[0] ?? path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  if (!existsSync(dir)) {
    say(`gaps: ${dir} is not there; give a folder of notes`);
    return { targets: [], peers: [] };
  }
  const report = ({ done, total }: { done: number; total: number }) => say(`trial ${done} of ${total}`);
  const removed = await evalGaps({ dir, mode: 'removed', report });
  const mention = await evalGaps({ dir, mode: 'mention', report });
  return {
    targets: [
      ...targetsOf(removed, { fixed: 0.75, recomputed: 0.53 }),
      ...targetsOf(mention, { fixed: 0.8, recomputed: 0.56 }),
      target('adjusted Rand of the regions with a fifth of the links hidden', removed.stability, [
        '',
        '>=',
        0.82,
      ]),
    ],
    peers: [...peersOf(removed), ...peersOf(mention)],
  };
};

function targetsOf(
  { mode, fixed, recomputed }: EvalGapsResult,
  limits: { fixed: number; recomputed: number },
): Target[] {
  const ahead = recomputed.precision - recomputed.degree;
  return [
    target(`P@k, regions fixed, ${mode}`, fixed.precision, ['', '>=', limits.fixed]),
    target(`P@k, regions found again, ${mode}`, recomputed.precision, ['', '>=', limits.recomputed]),
    target(`P@k ahead of the degree product, regions found again, ${mode}`, ahead, ['', '>=', 0.15]),
    target(`first three right, regions found again, ${mode}`, recomputed.firstThree, ['', '>=', 0.75]),
  ];
}

function peersOf({ mode, fixed, recomputed }: EvalGapsResult): Peer[] {
  return [
    ...(['degree', 'random'] as const).flatMap((name) => [
      peer(`P@k of ${name}, regions fixed, ${mode}`, fixed[name], fixed.precision),
      peer(`P@k of ${name}, regions found again, ${mode}`, recomputed[name], recomputed.precision),
    ]),
    peer(`ceiling, regions found again, ${mode}`, recomputed.ceiling, recomputed.precision),
    peer(`P@k among pairs without any link, regions fixed, ${mode}`, fixed.unlinked, fixed.precision),
  ];
}

function peer(name: string, value: number, ours: number): Peer {
  return { name, value, unit: '', ratio: ours / value };
}
