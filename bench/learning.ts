import { existsSync } from 'node:fs';
import path from 'node:path';
import { corpusFromSources } from '../server/proposals/signals/from-sources.ts';
import { resolveLinks } from '../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../server/vault/scan.ts';
import { type By, type Course, decide, rounds, type Want } from './learning/person.ts';
import { makeWorld, type World } from './learning/world.ts';
import { type Bench, median, type Peer, target } from './result.ts';

/** The parameters were chosen on others (1–10 and 101–104). */
const seeds = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
const tastes: readonly Want[] = ['no hubs', 'no links within a folder'];

/**
 * A simulated person decides a hundred proposals, ten a round, one in ten the other way; scored on notes never shown, against the same queue without learning
 * and one that knows the taste from the start. Half of the seeds hide links with their words, half without. A folder may be given as parameter.
 */
export const run: Bench = async ({ root, say, parameters }) => {
  const dir = parameters[0] ?? path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  if (!existsSync(dir)) {
    say(`learning: ${dir} is not there; give a folder of notes`);
    return { targets: [], peers: [] };
  }
  const scan = await scanVault(dir, {});
  const corpus = corpusFromSources(scan.sources, resolveLinks(scan.sources, scan.others).links);
  const courses = new Map<string, Course[]>();
  const follow = async (world: World, name: string, want: Want, by: By) => {
    const key = `${name} ${by}`;
    courses.set(key, [...(courses.get(key) ?? []), await decide(world, want, by)]);
  };
  for (const seed of seeds) {
    const mode = seed % 2 === 0 ? 'mention' : 'removed';
    const fitted = await makeWorld(corpus, { seed, mode, refit: true });
    for (const want of ['vault', ...tastes] as const)
      for (const by of ['nothing', 'learning', 'knowing'] as const) await follow(fitted, want, want, by);
    const bare = await makeWorld(corpus, { seed, mode, refit: false });
    for (const by of ['nothing', 'learning'] as const) await follow(bare, 'bare prior', 'vault', by);
    await follow(fitted, 'bare prior', 'vault', 'knowing');
    say(`seed ${seed}`);
  }
  const mean = (name: string, by: By, value: (course: Course) => number) => {
    const all = (courses.get(`${name} ${by}`) ?? []).map(value);
    return all.reduce((sum, each) => sum + each, 0) / (all.length || 1);
  };
  const gain = (name: string, value: (course: Course) => number, by: By = 'learning') =>
    mean(name, by, value) / mean(name, 'nothing', value) - 1;
  const p30 = (round: number) => (course: Course) => course.p30[round] ?? 0;
  const accepted = (course: Course) => course.accepted;
  const ofTastes = (value: (taste: Want) => number) =>
    tastes.reduce((sum, taste) => sum + value(taste), 0) / tastes.length;
  const last = p30(rounds);
  const early = ofTastes((taste) => gain(taste, p30(2))) / ofTastes((taste) => gain(taste, last));
  const slowest = [...courses].flatMap(([key, all]) => (key.endsWith('learning') ? all : []));
  const measures: [string, (course: Course) => number][] = [
    ['P30 after 20', p30(2)],
    ['P30 after 100', last],
    ['share accepted', accepted],
    ['MRR', ({ mrr }) => mrr],
  ];
  const peers = ['vault', ...tastes, 'bare prior'].flatMap((name) =>
    measures.flatMap(([measure, value]) =>
      (['nothing', 'learning', 'knowing'] as const).map((by): Peer => ({
        name: `${name}: ${measure}, ${by}`,
        value: mean(name, by, value),
        unit: '',
        ratio: mean(name, 'learning', value) / mean(name, by, value),
      })),
    ),
  );
  return {
    targets: [
      target(
        'taste that differs: P30',
        ofTastes((taste) => gain(taste, last)),
        ['more', '>=', 0.35],
      ),
      target(
        'taste that differs: share accepted',
        ofTastes((taste) => gain(taste, accepted)),
        ['more', '>=', 0.35],
      ),
      target('taste that differs: part of the P30 gain that is there after 20', early, ['', '>=', 0.5]),
      target('from the bare prior: P30', gain('bare prior', last), ['more', '>=', 0.18]),
      target("the vault's own taste: P30", gain('vault', last), ['more', '>=', -0.05]),
      target(
        "the vault's own taste: MRR",
        mean('vault', 'learning', ({ mrr }) => mrr) - mean('vault', 'nothing', ({ mrr }) => mrr),
        ['more', '>=', -0.01],
      ),
      target('slowest refit of a hundred decisions, median', median(slowest.map(({ refit }) => refit)), [
        's',
        '<=',
        1,
      ]),
    ],
    peers,
  };
};
