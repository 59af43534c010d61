import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stemsOf, wordsOf } from '../../models/words/stem.ts';
import { createCandidateIndex } from '../../server/proposals/focus/candidate-index.ts';
import { shuffle } from '../../server/proposals/shuffle.ts';
import { createStems } from '../../server/proposals/signals/corpus.ts';
import { median, type Peer, type Target, target } from '../result.ts';

const candidatesEach = 150;
const hiddenShare = 0.2;
const looked = 1000;
const seed = 7;

/**
 * Candidates in a folder of generated notes: how many, how long, and how many hidden links are among them while their words stay. (A generated note links blindly:
 * without the words nothing could find its links.) The notes are read as the product reads them, one after another.
 */
export async function measureMany(
  folder: string,
  say: (line: string) => void,
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
  const placeOf = new Map(files.map((file, at) => [path.basename(file, '.md').normalize(), at]));
  const stemOf = createStems();
  const stemsIn = (text: string) => wordsOf(text).map((word) => stemOf(word.text));
  const sources = new Set(shuffle([...files.keys()], seed).slice(0, looked));
  const texts = new Map<number, string>();
  const links: number[][] = [];
  const hidden: { source: number; target: number }[] = [];
  const began = performance.now();
  const maker = createCandidateIndex();
  for (const [at, file] of files.entries()) {
    const text = await readFile(path.join(folder, file), 'utf8');
    const targets = [...text.matchAll(/\[\[([^\]|#]+)/g)].flatMap(
      ([, name = '']) => placeOf.get(name.normalize()) ?? [],
    );
    const own = shuffle(
      [...new Set(targets)].filter((to) => to !== at),
      seed + at,
    );
    const kept = Math.round((1 - hiddenShare) * own.length);
    links.push(own.slice(0, kept));
    if (sources.has(at)) {
      for (const to of own.slice(kept)) hidden.push({ source: at, target: to });
      texts.set(at, text);
    }
    const name = path.basename(file, '.md');
    maker.add({ names: [stemsOf(name)], stems: stemsIn(text), folder: path.dirname(file) });
    if (at % 20_000 === 19_999) say(`${at + 1} notes are read`);
  }
  const index = maker.finish(links);
  const built = (performance.now() - began) / 1000;
  let [found, all] = [0, 0];
  const seconds: number[] = [];
  for (const [at, text] of texts) {
    const startedAt = performance.now();
    const candidates = new Set(index.candidates(at, stemsIn(text), candidatesEach));
    seconds.push((performance.now() - startedAt) / 1000);
    found += hidden.filter(({ source, target: to }) => source === at && candidates.has(to)).length;
    all += candidates.size;
  }
  const peer = (name: string, value: number, unit: string): Peer => ({
    name: `${files.length} notes: ${name}`,
    value,
    unit,
    ratio: 1,
  });
  return {
    targets: [
      target(
        `${files.length} notes: true links among the candidates, their words left`,
        found / hidden.length,
        ['', '>=', 0.97],
      ),
    ],
    peers: [
      peer('candidates a note', all / texts.size, 'notes'),
      peer('index of all notes', built, 's'),
      peer('candidates of one note, median', median(seconds), 's'),
      peer('memory', process.memoryUsage.rss() / 1e9, 'GB'),
    ],
  };
}
