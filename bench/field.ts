import { existsSync } from 'node:fs';
import path from 'node:path';
import { settleInWorker } from '../server/field/settle-in-worker.ts';
import type { SettleInput, TextsOf } from '../server/field/settle.ts';
import { measureLarge } from './field/large-field.ts';
import { settleInputOf } from './field/settle-input.ts';
import { type Bench, median, target } from './result.ts';

const rounds = 5;

/**
 * Regions, names and positions of a vault, on the thread that the app uses; and that one new note moves nothing. Then a generated field.
 * Parameters: notes of the generated field (0: none), a folder of notes. */
export const run: Bench = async (context) => {
  const { root, say, parameters } = context;
  const notes = Number(parameters[0] ?? 100_000);
  const dir = parameters[1] ?? path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  if (!existsSync(dir)) {
    say(`field: ${dir} is not there; give a folder of notes`);
    return { targets: [], peers: [] };
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
  return {
    targets: [
      target(`regions and positions of ${input.notes.length} notes`, median(seconds), ['s', '<=', 3]),
      target('notes that one new note moves', await moved(input, textsOf), ['', '<=', 0]),
      ...(notes > 0 ? await measureLarge(context, notes) : []),
    ],
    peers: [],
  };
};

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
