import { cacheFolder } from '../models/cache-folder.ts';
import { chooseModels } from '../models/choice.ts';
import { hasWeights, weightsPath } from '../models/fetch/fetch-model.ts';
import { inManifest } from '../models/manifest.ts';
import { createModels, type RunningModels } from '../models/supervise/create-models.ts';
import { type CancelSeconds, cancelSeconds } from './model/cancel.ts';
import { type Engine, openDirect } from './model/direct.ts';
import { embeddingTexts, longPrompt, shortPrompt } from './model/texts.ts';
import { type Bench, median, type Peer, target } from './result.ts';

const rounds = 7;
const [embed, small, large] = [
  'multilingual-e5-small-q4',
  'qwen2.5-coder-0.5b-instruct-q4_k_m',
  'qwen2.5-coder-1.5b-instruct-q4_k_m',
] as const;

/** What the model host costs beside node-llama-cpp called directly, work by work in turn; and how long a cancel takes. */
export const run: Bench = async ({ say }) => {
  const cache = cacheFolder();
  const models = runningModels(cache, small);
  try {
    await models.ready('embed');
    await models.ready('write');
    const direct = await openDirect({ embed: pathOf(embed, cache), write: pathOf(small, cache) });
    const peers: Peer[] = [];
    try {
      for (const work of ['prompt', 'generation', 'embedding'] as const) {
        peers.push(await compare(work, { host: asEngine(models), direct }, say));
      }
    } finally {
      await direct.close();
    }
    const targets = peers.map(({ name, ratio }) =>
      target(`${name}: host to direct`, ratio, ['', '>=', 0.95]),
    );
    targets.push(...cancelTargets('0.5B', await cancelSeconds(models, say), 0.3));
    await models.stop();
    const largeEntry = inManifest(large);
    if (largeEntry && (await hasWeights(largeEntry, cache))) {
      targets.push(...cancelTargets('1.5B', await largeCancelSeconds(cache, say), 0.7));
    } else say('the 1.5B model is not in the cache: its cancel is not measured');
    return { targets, peers };
  } finally {
    await models.stop();
  }
};

type Work = 'prompt' | 'generation' | 'embedding';

/** Turn by turn, so that a busy moment of the machine meets both; the ratio is the median of the rounds' ratios. */
async function compare(
  work: Work,
  { host, direct }: { host: Engine; direct: Engine },
  say: (line: string) => void,
): Promise<Peer> {
  const ours: number[] = [];
  const theirs: number[] = [];
  await perSecond(work, host, -1);
  await perSecond(work, direct, -1);
  for (let round = 0; round < rounds; round += 1) {
    const both = [
      async () => ours.push(await perSecond(work, host, round)),
      async () => theirs.push(await perSecond(work, direct, round)),
    ];
    for (const measure of round % 2 === 0 ? both : both.toReversed()) await measure();
  }
  const value = median(ours);
  const ratio = median(ours.map((speed, i) => speed / (theirs[i] ?? Number.NaN)));
  say(`${work}: host ${value.toFixed(1)} tokens/s, direct ${median(theirs).toFixed(1)}`);
  return { name: work, value, unit: 'tokens/s', ratio };
}

/** Each round has words of its own, so that nothing of it is remembered. */
async function perSecond(work: Work, engine: Engine, round: number): Promise<number> {
  const began = performance.now();
  let tokens: number;
  if (work === 'embedding') tokens = await engine.embed(embeddingTexts(round));
  else if (work === 'prompt') tokens = await engine.read(longPrompt(round));
  else tokens = await engine.write(shortPrompt(round));
  return tokens / ((performance.now() - began) / 1000);
}

function asEngine(models: RunningModels): Engine {
  const ask = { priority: 'person' } as const;
  return {
    async read(prompt) {
      await models.generate({ prompt, maxTokens: 1, seed: 1 }, ask);
      return models.countTokens('write', prompt);
    },
    async write(prompt) {
      return (await models.generate({ prompt, maxTokens: 64, seed: 1 }, ask)).tokens;
    },
    async embed(texts) {
      await models.embed(texts, 'passage', ask);
      const counts = texts.map((text) => models.countTokens('embed', `passage: ${text}`));
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
    close: () => models.stop(),
  };
}

function cancelTargets(size: string, { reading, writing }: CancelSeconds, limit: number) {
  return [
    target(`cancel in mid-prompt, ${size}`, reading, ['s', '<=', limit]),
    target(`cancel while writing, ${size}`, writing, ['s', '<=', limit]),
  ];
}

async function largeCancelSeconds(cache: string, say: (line: string) => void): Promise<CancelSeconds> {
  const models = runningModels(cache, large);
  try {
    await models.ready('write');
    return await cancelSeconds(models, say);
  } finally {
    await models.stop();
  }
}

function runningModels(cache: string, write: string): RunningModels {
  return createModels({
    cache,
    choice: chooseModels({ env: { SCENEFIELD_EMBED_MODEL: embed, SCENEFIELD_WRITE_MODEL: write } }),
  });
}

function pathOf(id: string, cache: string): string {
  const entry = inManifest(id);
  if (entry === undefined) throw new Error(`${id} is not in the manifest`);
  return weightsPath(entry, cache);
}
