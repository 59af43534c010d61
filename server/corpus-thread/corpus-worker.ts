import { giveWay } from '../../models/host/niceness.ts';
import { expectingOf } from '../gaps/expecting.ts';
import { gapFigures } from '../gaps/gap-figures.ts';
import type { Graph } from '../graph/graph.ts';
import { keepConnection } from '../graph/kept-connection.ts';
import { answerOnThread, type ThreadContext } from '../jobs/answer-on-thread.ts';
import {
  type AskedModels,
  type Corpora,
  keepCorpora,
  mostAtOnce,
  propose,
  tryJudgeIn,
} from '../proposals/index.ts';
import type { CorpusAnswers, CorpusAsked, CorpusHelp, CorpusTold } from './corpus-protocol.ts';

/** Entry of the thread that holds the corpora. It computes for seconds on end, behind what the page needs. */
giveWay();
const connected = keepConnection();
const kept = new WeakMap<Graph, Corpora>();

answerOnThread<CorpusAsked, CorpusTold, CorpusAnswers[keyof CorpusAnswers], CorpusHelp>(
  async (asked, { signal, tell, call }) => {
    const graph = await connected(asked.address);
    const corpora = kept.get(graph) ?? keepCorpora(graph);
    kept.set(graph, corpora);
    switch (asked.type) {
      case 'propose':
        return propose(
          {
            graph,
            corpora,
            models: modelsBy(call),
            judges: () => asked.judges,
            learnsFromPacks: () => asked.learnsFromPacks,
            seen: () => asked.seen,
            gapWidths: () => call('gapWidths'),
            widestGaps: () => call('widestGaps'),
            events: { publish: (event) => tell({ type: 'event', event }) },
          },
          asked.input,
          {
            signal,
            onStored: (ids) => tell({ type: 'stored', ids }),
            onLooked: (done, total) => tell({ type: 'progress', done, total }),
          },
        );
      case 'figures': {
        const { vaultId } = asked.asked;
        // what links are expected takes all pairs
        if ((await corpora.count(vaultId)) > mostAtOnce) return gapFigures(asked.asked, null, signal);
        const corpus = await corpora.read(vaultId);
        return gapFigures(asked.asked, await expectingOf(corpus, asked.asked.accepted, signal), signal);
      }
      case 'judge': {
        const report = (progress: { done: number; total: number }) => tell({ type: 'progress', ...progress });
        return tryJudgeIn({ graph, corpora, models: modelsBy(call) }, asked.asked, { signal, report });
      }
      case 'invalidate':
        corpora.invalidate(asked.since);
        return null;
    }
  },
);

/** The models of the page's process. What was asked of them is given up with the question. */
function modelsBy(call: ThreadContext<CorpusTold, CorpusHelp>['call']): AskedModels {
  return {
    embed: (texts, kind, { priority } = {}) => call('embed', texts, kind, priority),
    judge: (input, { priority } = {}) => call('judge', input, priority),
    presence: () => call('presence'),
  };
}
