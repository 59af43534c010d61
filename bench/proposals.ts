import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../models/cache-folder.ts';
import { chooseModels } from '../models/choice.ts';
import { createModels, type RunningModels } from '../models/supervise/create-models.ts';
import { measureCalibration } from './proposals/calibration.ts';
import { measureRecall } from './proposals/candidates.ts';
import { measureCost } from './proposals/cost.ts';
import { measureHidden } from './proposals/hidden-links.ts';
import { measureMany } from './proposals/many-notes.ts';
import { measurePageThread } from './proposals/page-thread.ts';
import { measureSpeed } from './proposals/speed.ts';
import { vaultCorpora } from './proposals/vault-corpora.ts';
import { publicVaults } from './public-vaults.ts';
import type { Bench, Peer, Target } from './result.ts';
import { generateVault } from './vault/generate-vault.ts';

interface Part {
  targets: Target[];
  peers: Peer[];
}
interface Given {
  models: RunningModels;
  /** none: words and links alone are ranked by */
  embedding: RunningModels | undefined;
  say: (line: string) => void;
}

const sampled = 1500;
const manyNotes = 100_000;

/**
 * How high hidden links come back, how sure a probability is, how fast and how dear the proposals are, and whether the right ones are
 * among the candidates of a large vault. Parameters: some of `hidden`, `calibration`, `speed`, `cost`, `page`, `candidates`, `many` (default: all); `words`: without the embedding
 * model, whose vectors of every hidden variant take an hour of two cores. A public vault that is not there is left out.
 */
export const run: Bench = async ({ root, say, parameters }) => {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-proposals-'));
  const models = createModels({ cache: cacheFolder(), choice: chooseModels({ env: {} }) });
  const chosen = parameters.filter((parameter) => parameter !== 'words');
  const isAsked = (part: string) => chosen.length === 0 || chosen.includes(part);
  const embedding = parameters.includes('words') ? undefined : models;
  const parts: Part[] = [];
  try {
    if (isAsked('many')) {
      const folder = path.join(place, 'notes');
      await generateVault({ folder, notes: manyNotes, seed: 'bench' });
      parts.push(await measureMany(folder, say));
    }
    const { ru, en } = await publicVaults(root, place);
    if (ru === null) say('proposals: the Russian vault is not there');
    else parts.push(...(await measureRussian(ru, isAsked, { models, embedding, say })));
    if (en === null) say('proposals: the English hub is not there');
    else parts.push(...(await measureEnglish(en, isAsked, { models, embedding, say })));
  } finally {
    await models.stop();
    await rm(place, { recursive: true, force: true });
  }
  return { targets: parts.flatMap(({ targets }) => targets), peers: parts.flatMap(({ peers }) => peers) };
};

async function measureRussian(
  folder: string,
  isAsked: (part: string) => boolean,
  { models, embedding, say }: Given,
): Promise<Part[]> {
  const corpus = await vaultCorpora.whole(folder);
  const parts: Part[] = [];
  if (isAsked('hidden')) {
    const limits = { removed: { mrr: 0.39, hit10: 0.745 }, mention: { mrr: 0.53, hit10: 0.91 } };
    await embedding?.ready('embed');
    parts.push(await measureHidden({ name: 'Russian vault', corpus, models: embedding, limits, say }));
  }
  if (isAsked('calibration')) parts.push({ targets: await measureCalibration(corpus, say), peers: [] });
  if (isAsked('candidates')) parts.push(measureRecall('Russian vault', corpus, 70));
  if (isAsked('page')) parts.push(await measurePageThread(folder, models));
  if (isAsked('cost')) {
    await Promise.all([models.ready('embed'), models.ready('write')]);
    parts.push(await measureCost(corpus, models));
  }
  return parts;
}

async function measureEnglish(
  folder: string,
  isAsked: (part: string) => boolean,
  { embedding, say }: Given,
): Promise<Part[]> {
  const parts: Part[] = [];
  if (isAsked('hidden')) {
    const limits = { removed: { mrr: 0.42 }, mention: { mrr: 0.6 } };
    const written = await vaultCorpora.written(folder);
    await embedding?.ready('embed');
    parts.push(await measureHidden({ name: 'English hub', corpus: written, models: embedding, limits, say }));
    const sample = await vaultCorpora.sample(folder, sampled);
    const name = `English hub, ${sampled} notes`;
    parts.push(await measureHidden({ name, corpus: sample, models: undefined, limits, say }));
  }
  if (isAsked('candidates')) {
    const sample = await vaultCorpora.sample(folder, sampled);
    parts.push(measureRecall(`English hub, ${sampled} notes`, sample, 200));
  }
  if (isAsked('speed')) parts.push(await measureSpeed(await vaultCorpora.whole(folder), say));
  return parts;
}
