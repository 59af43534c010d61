import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { publicVaults } from './public-vaults.ts';
import { settleInWorker } from '../server/field/settle-in-worker.ts';
import type { SettleInput, TextsOf } from '../server/field/settle.ts';
import { measureLarge } from './field/large-field.ts';
import { measureOnPage } from './field/on-the-page.ts';
import { measureRegionsHold } from './field/regions-hold.ts';
import { settleInputOf } from './field/settle-input.ts';
import { type Bench, median, type Peer, type Target, target } from './result.ts';
import { generateVault } from './vault/generate-vault.ts';

const rounds = 5;

/**
 * `regions`: regions, names and positions of a vault on the thread that the app uses, and that one new note moves nothing. `large`: a generated field,
 * its layout and what a page asks of it. `page`: how the map of both a public vault and that field opens and moves in a browser.
 * Parameters: some of the three (default: all); a number: notes of the generated field (0: none).
 */
export const run: Bench = async (context) => {
  const { root, say, parameters } = context;
  const parts = parameters.filter((word) => !/^\d+$/.test(word));
  const isAsked = (part: string) => parts.length === 0 || parts.includes(part);
  const notes = Number(parameters.find((word) => /^\d+$/.test(word)) ?? 100_000);
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-field-'));
  const targets: Target[] = [];
  const peers: Peer[] = [];
  try {
    const { ru, en } = await publicVaults(root, place);
    if (isAsked('regions')) {
      targets.push(...(await measureRegions(ru, say)));
      for (const [name, dir] of [
        ['Russian vault', ru],
        ['English vault', en],
      ] as const) {
        if (dir === null) {
          say(`${name}: it is not there`);
          continue;
        }
        const figures = await measureRegionsHold(name, await settleInputOf(dir));
        targets.push(...figures.targets);
        peers.push(...figures.peers);
      }
    }
    const folder = path.join(place, 'notes');
    if (notes > 0 && (isAsked('large') || isAsked('page')))
      await generateVault({ folder, notes, seed: 'field' });
    if (notes > 0 && isAsked('large')) targets.push(...(await measureLarge(context, { folder, notes })));
    if (isAsked('page')) {
      if (en === null) say('page: the public vault is not there');
      const fields = [
        ...(en === null ? [] : [{ folder: en, notes: 6_591, most: 1.5 }]),
        ...(notes > 0 ? [{ folder, notes, most: 2.5 }] : []),
      ];
      for (const field of fields) {
        const figures = await measureOnPage(context, field);
        targets.push(...figures.targets);
        peers.push(...figures.peers);
      }
    }
    return { targets, peers };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
};

async function measureRegions(dir: string | null, say: (line: string) => void): Promise<Target[]> {
  if (dir === null) {
    say('field: the Russian vault is not there');
    return [];
  }
  const { input, textsOf } = await settleInputOf(dir);
  const seconds: number[] = [];
  let settled = await settleInWorker(input, textsOf);
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    settled = await settleInWorker(input, textsOf);
    seconds.push((performance.now() - started) / 1000);
  }
  for (const { name, members, describes } of settled.regions)
    say(`${name} (${members.length}): ${describes.join(', ')}`);
  return [
    target(`regions and positions of ${input.notes.length} notes`, median(seconds), ['s', '<=', 3]),
    target('notes that one new note moves', await moved(input, textsOf), ['', '<=', 0]),
  ];
}

/** How many old notes lie elsewhere after the last note of the vault came. */
async function moved(input: SettleInput, textsOf: TextsOf): Promise<number> {
  const late = input.notes.at(-1)?.id;
  const isOld = ({ a, b }: { a: string; b: string }) => a !== late && b !== late;
  const first = { ...input, notes: input.notes.slice(0, -1), links: input.links.filter(isOld) };
  const before = await settleInWorker(first, textsOf);
  const placeOf = new Map(before.places.map(({ id, x, y }) => [id, { x, y }]));
  const notes = input.notes.map((note) => ({ ...note, place: placeOf.get(note.id) ?? null }));
  const after = await settleInWorker({ ...input, notes, earlier: before.regions }, textsOf);
  return after.places.filter(({ id, x, y }) => {
    const place = placeOf.get(id);
    return place !== undefined && (place.x !== x || place.y !== y);
  }).length;
}
