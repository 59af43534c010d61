import { cacheFolder } from '../../models/cache-folder.ts';
import type { Models } from '../../models/models.ts';
import { evalCorpus, type EvalLinksResult } from '../../server/proposals/eval/eval-links.ts';
import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import type { HideMode } from '../../server/proposals/signals/hide-links.ts';
import { type Peer, type Target, target } from '../result.ts';

export interface HiddenLimits {
  mrr: number;
  hit10?: number;
}

export interface HiddenInput {
  name: string;
  corpus: Corpus;
  /** none: without the embedding model's signals, and without the way of Smart Connections beside them */
  models: Models | undefined;
  limits: Record<HideMode, HiddenLimits>;
  say: (line: string) => void;
}

interface Part {
  targets: Target[];
  peers: Peer[];
}

/** Other tools' ways of ranking, by the names that `eval links` gives them. */
const ways: Readonly<Record<string, string>> = {
  embedding: 'note embeddings (as Smart Connections)',
  exactMentions: 'exact mentions (as Obsidian)',
  mentions: 'mentions in any form',
  tfidf: 'tf-idf',
  adamicAdar: 'Adamic–Adar',
  sumOfZ: 'plain sum of z-scores',
};

/** How high hidden links come back over the five seeds, in both modes, beside other ways and beside logistic regression on the same signals and splits. */
export async function measureHidden({ name, corpus, models, limits, say }: HiddenInput): Promise<Part> {
  const parts: Part[] = [];
  for (const mode of ['removed', 'mention'] as const) {
    const found = await evalCorpus(corpus, {
      mode,
      without: ['trees'],
      cache: cacheFolder(),
      models,
      report: ({ done, total }) => say(`${name}, ${mode}: seed ${done} of ${total}`),
    });
    parts.push({ targets: targetsOf(name, found, limits[mode]), peers: peersOf(name, found) });
  }
  return { targets: parts.flatMap(({ targets }) => targets), peers: parts.flatMap(({ peers }) => peers) };
}

function targetsOf(
  name: string,
  { mode, full, adds }: EvalLinksResult,
  { mrr, hit10 }: HiddenLimits,
): Target[] {
  return [
    target(`${name}, ${mode}: MRR`, full.mrr, ['', '>=', mrr]),
    ...(hit10 === undefined ? [] : [target(`${name}, ${mode}: hit@10`, full.hit10, ['', '>=', hit10])]),
    target(
      `${name}, ${mode}: MRR above logistic regression, lower end of the paired 95 % interval`,
      adds['trees']?.interval[0] ?? 0,
      ['', '>=', 0],
    ),
  ];
}

function peersOf(name: string, found: EvalLinksResult): Peer[] {
  const { mode, full, filtered, perSource, baselines, without, adds, calibration } = found;
  const peer = (what: string, value: number, ours = value): Peer => ({
    name: `${name}, ${mode}: ${what}`,
    value,
    unit: '',
    ratio: ours / value,
  });
  const beside = { ...baselines, 'logistic regression': without['trees'] };
  return [
    peer('notes', found.notes),
    peer('links', found.links),
    peer('standard deviation of the MRR', full.spread.mrr),
    peer('standard deviation of hit@10', full.spread.hit10),
    peer('hit@1', full.hit1),
    peer('MRR without a source’s other hidden links', filtered.mrr),
    peer('first proposal of a source right', perSource.first),
    peer('one of a source’s first five right', perSource.firstFive),
    peer('precision of the first 50', full.precision50),
    peer('calibration error in the top 2 %', calibration),
    peer('MRR above logistic regression', adds['trees']?.difference ?? 0),
    peer('MRR above logistic regression, upper end', adds['trees']?.interval[1] ?? 0),
    ...Object.entries(beside).flatMap(([way, measures]) =>
      measures === undefined
        ? []
        : [
            peer(`MRR of ${ways[way] ?? way}`, measures.mrr, full.mrr),
            peer(`hit@10 of ${ways[way] ?? way}`, measures.hit10, full.hit10),
          ],
    ),
  ];
}
