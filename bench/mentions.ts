import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRecogniser } from '../server/mentions/recogniser.ts';
import { thingsOfSources } from '../server/mentions/things-of-sources.ts';
import { readUsage } from '../server/mentions/usage.ts';
import { digest } from '../server/vault/ids.ts';
import { scanVault } from '../server/vault/scan.ts';
import { createExactFinder } from './mentions/find-exact.ts';
import { Form, Paragraph, Trap } from './mentions/labelled.ts';
import {
  addScores,
  type Found,
  isSameName,
  precisionOf,
  recallOf,
  type Score,
  scoreForms,
  scoreParagraphs,
} from './mentions/score.ts';
import { publicVaults } from './public-vaults.ts';
import { readLabelled } from './read-labelled.ts';
import { type Bench, type Peer, type Target, target } from './result.ts';

const languages = ['ru', 'en'] as const;
type Language = (typeof languages)[number];
type Say = (line: string) => void;

/** Names found in word forms, on labelled paragraphs of the shared vaults, beside exact matching in the same run. Missing vaults are skipped. */
export const run: Bench = async ({ root, say }) => {
  const targets: Target[] = [];
  const peers: Peer[] = [];
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-mentions-'));
  try {
    const vaults = await publicVaults(root, place);
    for (const language of languages) {
      const folder = vaults[language];
      if (folder === null) {
        say(`mentions, ${language}: skipped, its vault is not there`);
        continue;
      }
      const measured = await measure({ root, language, folder, say });
      targets.push(...measured.targets);
      peers.push(...measured.peers);
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return { targets, peers };
};

async function measure(of: {
  root: string;
  language: Language;
  folder: string;
  say: Say;
}): Promise<{ targets: Target[]; peers: Peer[] }> {
  const { root, language, say } = of;
  const { sources } = await scanVault(of.folder);
  const things = thingsOfSources(sources);
  const usage = await readUsage(
    sources.map((source) => ({ id: source.path, text: source.text })),
    things,
  );
  const recogniser = createRecogniser(things, usage);
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const all = await readLabelled(root, `mentions/${language}.jsonl`, Paragraph);
  const paragraphs = all.filter((each) => {
    const source = byPath.get(each.path.normalize('NFC'));
    return source !== undefined && digest(source.text) === each.sha256;
  });
  if (paragraphs.length < all.length)
    say(
      `mentions, ${language}: ${all.length - paragraphs.length} paragraphs are skipped, their notes have changed`,
    );
  const score = (half: Paragraph['half'], find: (text: string) => readonly Found[]) =>
    scoreParagraphs({
      paragraphs: paragraphs.filter((each) => each.half === half),
      sources: byPath,
      things,
      find,
    });
  const ours = { tune: score('tune', recogniser.find), held: score('held', recogniser.find) };
  for (const half of ['tune', 'held'] as const) say(`mentions, ${language}, ${half}: ${tell(ours[half])}`);
  const both = addScores(ours.tune, ours.held);
  const findExact = createExactFinder(things);
  const exact = addScores(score('tune', findExact), score('held', findExact));
  const known = await readForms(root, language);
  const forms = (half: Form['half']) => {
    const inHalf = known.filter((each) => {
      const source = byPath.get(each.path.normalize('NFC'));
      return each.half === half && source !== undefined && digest(source.text) === each.sha256;
    });
    const found = scoreForms({ forms: inHalf, sources: byPath, find: recogniser.find });
    if (inHalf.length > 0) say(`mentions, ${language}, word forms, ${half}: ${tellForms(found)}`);
    return found;
  };
  const single = { tune: forms('tune'), held: forms('held') };
  const inflected = addScores(both, addScores(single.tune, single.held)).inflected;
  const inflectedHeld = addScores(ours.held, single.held).inflected;
  const traps = await passTraps({ root, language, find: recogniser.find, say });
  const millis = timeOf(
    recogniser.find,
    sources
      .map(({ text }) => text)
      .join('\n\n')
      .slice(0, 1_000_000),
  );
  const name = (what: string) => `${what}, ${language}`;
  return {
    targets: [
      target(name('recall'), recallOf(both), ['', '>=', 0.95]),
      target(name('precision'), precisionOf(both), ['', '>=', 0.95]),
      target(name('recall, held out'), recallOf(ours.held), ['', '>=', 0.95]),
      target(name('precision, held out'), precisionOf(ours.held), ['', '>=', 0.95]),
      target(name('recall of word forms'), recallOf(inflected), ['', '>=', 0.95]),
      target(name('recall of word forms, held out'), recallOf(inflectedHeld), ['', '>=', 0.95]),
      target(name('traps passed'), traps, ['', '>=', 0.9]),
      target(name('time of 100 kB'), millis, ['ms', '<=', 100]),
    ],
    peers: [
      peer(name('exact matching, recall'), recallOf(exact), recallOf(both)),
      peer(name('exact matching, precision'), precisionOf(exact), precisionOf(both)),
    ],
  };
}

function tell(score: Score): string {
  const places = score.found + score.missed;
  const forms = score.inflected.found + score.inflected.missed;
  return `recall ${recallOf(score).toFixed(3)} precision ${precisionOf(score).toFixed(3)}, ${places} places, ${forms} in another form (recall ${recallOf(score.inflected).toFixed(3)})`;
}

/** Russian has enough of them in its paragraphs. */
async function readForms(root: string, language: Language): Promise<Form[]> {
  return language === 'en' ? readLabelled(root, 'mentions/forms.en.jsonl', Form) : [];
}

function tellForms({ found, missed, inflected, ...score }: Score): string {
  const forms = inflected.found + inflected.missed;
  return `${forms} in another form (recall ${recallOf(inflected).toFixed(3)}), ${found + missed - forms} possessives (${found - inflected.found} found), ${score.false} found where nothing is named`;
}

function peer(name: string, value: number, ours: number): Peer {
  return { name, value, unit: '', ratio: ours / value };
}

/** Share of the traps whose words name what they should, or nothing. */
async function passTraps(of: {
  root: string;
  language: Language;
  find: (text: string) => readonly Found[];
  say: Say;
}): Promise<number> {
  const traps = await readLabelled(of.root, `mentions/traps.${of.language}.jsonl`, Trap);
  const passed = traps.filter(({ text, at, is }) => {
    const start = text.indexOf(at);
    const end = start + at.length;
    const met = of.find(text).filter((each) => each.start < end && each.end > start);
    if (is === null) return met.length === 0;
    return met.some((each) => each.start === start && each.end === end && isSameName(each.title, is));
  });
  const held = (list: readonly Trap[]) => list.filter(({ half }) => half === 'held').length;
  of.say(
    `mentions, ${of.language}: ${passed.length} of ${traps.length} traps passed, held out ${held(passed)} of ${held(traps)}`,
  );
  return passed.length / Math.max(traps.length, 1);
}

/** Milliseconds for 100 kB (UTF-8), the better of two. */
function timeOf(find: (text: string) => unknown, text: string): number {
  const times = [0, 1].map(() => {
    const started = performance.now();
    find(text);
    return performance.now() - started;
  });
  return Math.min(...times) / (Buffer.byteLength(text) / 100_000);
}
