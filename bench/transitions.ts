import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fewestExamples } from '../scenes/formula/transition.ts';
import { transitionKinds } from '../scenes/formula/transition-kinds.ts';
import { publicVaults } from './public-vaults.ts';
import type { Bench, Peer } from './result.ts';
import { compareModels } from './transitions/compare-models.ts';
import { type Examples, examplesOf } from './transitions/examples.ts';
import { embedNotes, type EmbeddedNotes } from './vectors/embedded-notes.ts';

/**
 * Whether a model of where a kind of link leads finds the ends of held-out links better than plain likeness does: the mean step, a bilinear form of low rank, a
 * small gate; in the public vaults. A kind with too few examples is said to have them. Parameters: notes of the English vault (default 150).
 */
export const run: Bench = async ({ root, say, parameters: [mostNotes = '150'] }) => {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-transitions-'));
  const peers: Peer[] = [];
  const measure = (notes: EmbeddedNotes, vault: string) => {
    for (const kind of transitionKinds) {
      const examples = examplesOf(notes, kind);
      if (examples.pairs.length < fewestExamples)
        say(`${vault}, ${kind}: too few examples (${examples.pairs.length})`);
      else peers.push(...compared(examples, `${vault}, ${kind}, ${examples.pairs.length} examples`));
    }
  };
  try {
    const { ru, en } = await publicVaults(root, place);
    const all = Number.POSITIVE_INFINITY;
    if (ru)
      measure(await embedNotes({ folder: ru, mostNotes: all, passagesANote: all, say }), 'Russian vault');
    if (en) {
      const some = { mostNotes: Number(mostNotes), passagesANote: 2 };
      measure(await embedNotes({ folder: en, ...some, say }), `${mostNotes} notes of the English vault`);
    }
    return { targets: [], peers };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};

/** Each model's mean reciprocal rank to plain likeness, and the paired interval of the difference. */
function compared(examples: Examples, name: string): Peer[] {
  const { plain, models } = compareModels(examples);
  const peer = (what: string, value: number, ratio: number): Peer => ({
    name: `${name}: ${what}`,
    value,
    unit: '',
    ratio,
  });
  return [
    peer('plain likeness, MRR', plain, 1),
    ...models.flatMap(({ model, mrr, interval: [low, high] }) => [
      peer(`${model}, MRR`, mrr, mrr / plain),
      peer(`${model}, MRR more than plain, lower bound`, low, low / plain),
      peer(`${model}, MRR more than plain, upper bound`, high, high / plain),
    ]),
  ];
}
