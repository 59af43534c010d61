import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../models/cache-folder.ts';
import { chooseModels } from '../models/choice.ts';
import { createModels, type RunningModels } from '../models/supervise/create-models.ts';
import type { Bench, Peer, Target } from './result.ts';
import { measureFirstHits } from './search/first-hits.ts';
import { publicVaults } from './public-vaults.ts';
import { compareNearest, measureTable } from './search/nearest.ts';
import { measureQuick } from './search/quick.ts';
import { generateVault } from './vault/generate-vault.ts';

/** Of either language. The full model reads them all: more take longer. */
const quickPassages = 1000;

/**
 * Nearest vectors beside Neo4j's own index; what could stand in before passages are embedded; how long the first hits and the refined list take while the
 * embed job runs. Parameters: some of `nearest`, `quick`, `hits` (default: all); a number: generated notes for `hits` instead of the public vault.
 */
export const run: Bench = async ({ root, say, parameters }) => {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-search-'));
  const isAsked = (part: string) => parameters.length === 0 || parameters.includes(part);
  const models = createModels({
    cache: cacheFolder(),
    choice: chooseModels({ env: { SCENEFIELD_EMBED_MODEL: 'multilingual-e5-small-q4' } }),
  });
  const parts: { targets: Target[]; peers: Peer[] }[] = [];
  try {
    const vaults = await publicVaults(root, place);
    if (isAsked('nearest')) parts.push(await compareNearest(100_000, say), await measureTable(500_000, say));
    if (isAsked('quick')) parts.push(...(await measureLanguages(vaults, models, say)));
    if (isAsked('hits')) {
      const generated = Number(parameters.find((parameter) => /^\d+$/.test(parameter)) ?? 0);
      const folder = await notesFor(generated, vaults.en, place);
      const firstMs = generated > 10_000 ? 120 : 60;
      parts.push({ targets: await measureFirstHits(folder, { models, firstMs, say }), peers: [] });
    }
  } finally {
    await models.stop();
    await rm(place, { recursive: true, force: true });
  }
  return { targets: parts.flatMap(({ targets }) => targets), peers: parts.flatMap(({ peers }) => peers) };
};

async function measureLanguages(
  vaults: { ru: string | null; en: string | null },
  models: RunningModels,
  say: (line: string) => void,
) {
  const parts: { targets: Target[]; peers: Peer[] }[] = [];
  for (const [language, folder] of Object.entries(vaults)) {
    if (folder === null) say(`quick ${language}: the public vault is not there`);
    else parts.push(await measureQuick({ folder, language, passages: quickPassages }, { models, say }));
  }
  return parts;
}

async function notesFor(generated: number, hub: string | null, place: string): Promise<string> {
  if (generated === 0 && hub !== null) return hub;
  const folder = path.join(place, 'notes');
  await generateVault({ folder, notes: generated || 6_591, seed: 'bench' });
  return folder;
}
