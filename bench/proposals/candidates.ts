import path from 'node:path';
import { type CandidateIndex, createCandidateIndex } from '../../server/proposals/focus/candidate-index.ts';
import { makeTrials } from '../../server/proposals/eval/trials.ts';
import { type Corpus, linkedTargets } from '../../server/proposals/signals/corpus.ts';
import { namesOf } from '../../server/proposals/signals/corpus-index.ts';
import { type Peer, type Target, target } from '../result.ts';

const seeds = [7, 11, 13, 17, 19];

interface Part {
  targets: Target[];
  peers: Peer[];
}

/** Share of hidden links among the candidates of their source, over five seeds. `most`: candidates a note. */
export function measureRecall(name: string, corpus: Corpus, most: number): Part {
  const parts = (['removed', 'mention'] as const).map((mode) => {
    let [found, all, looked, sources] = [0, 0, 0, 0];
    for (const { hidden, visible } of makeTrials(corpus, { hide: 0.2, seeds, mode })) {
      const index = indexCorpus(visible);
      for (const source of new Set(hidden.map((pair) => pair.source))) {
        const pairs = hidden.filter((pair) => pair.source === source);
        const candidates = new Set(candidatesIn(index, visible, source, most));
        found += pairs.filter((pair) => candidates.has(pair.target)).length;
        all += pairs.length;
        looked += candidates.size;
        sources += 1;
      }
    }
    const part: Part = {
      targets: [target(`${name}, ${mode}: true links among the candidates`, found / all, ['', '>=', 0.97])],
      peers: [
        {
          name: `${name}, ${mode}: candidates a note, of ${corpus.notes.length}`,
          value: looked / sources,
          unit: 'notes',
          ratio: looked / sources / corpus.notes.length,
        },
      ],
    };
    return part;
  });
  return { targets: parts.flatMap(({ targets }) => targets), peers: parts.flatMap(({ peers }) => peers) };
}

function indexCorpus(corpus: Corpus): CandidateIndex {
  const maker = createCandidateIndex();
  for (const note of corpus.notes) {
    const stems = note.words.map(({ stem }) => stem);
    maker.add({ names: namesOf(note), stems, folder: path.posix.dirname(note.path) });
  }
  return maker.finish(corpus.notes.map((note, at) => [...linkedTargets(note, at)]));
}

function candidatesIn(index: CandidateIndex, { notes }: Corpus, source: number, most: number): number[] {
  const stems = (notes[source]?.words ?? []).map(({ stem }) => stem);
  return index.candidates(source, stems, most);
}
