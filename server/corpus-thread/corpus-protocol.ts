import type { Embedding, JudgeInput, Judgement, ModelPresence, Priority } from '../../models/models.ts';
import type { FiguresAsked, GapFigures } from '../gaps/gap-figures.ts';
import type { GraphAddress } from '../graph/connect-graph.ts';
import type { FieldEvent } from '../jobs/jobs.ts';
import type {
  JudgeSwitch,
  JudgeTrial,
  Proposed,
  ProposeInput,
  TryJudge,
  WidestGaps,
} from '../proposals/index.ts';

/** What the thread that holds the corpora is asked. */
export type CorpusAsked = { address: GraphAddress } & CorpusQuestion;
export type CorpusQuestion =
  | {
      type: 'propose';
      input: ProposeInput;
      judges: readonly JudgeSwitch[];
      learnsFromPacks: boolean;
      seen: readonly string[];
    }
  | { type: 'figures'; asked: FiguresAsked }
  | { type: 'judge'; asked: Parameters<TryJudge>[0] }
  | { type: 'invalidate'; since: number };

export interface CorpusAnswers {
  propose: Proposed;
  figures: GapFigures;
  judge: JudgeTrial;
  invalidate: null;
}

export type CorpusTold =
  | { type: 'stored'; ids: readonly string[] }
  | { type: 'event'; event: FieldEvent }
  | { type: 'progress'; done: number; total: number };

/** What only the page's process can do: it has the models and the field. */
export type CorpusHelp = {
  embed(texts: readonly string[], kind: 'query' | 'passage', priority?: Priority): Promise<Embedding>;
  judge(input: JudgeInput, priority?: Priority): Promise<Judgement>;
  presence(): Promise<ModelPresence[]>;
  gapWidths(): Promise<ReadonlyMap<string, number>>;
  widestGaps(): Promise<WidestGaps>;
};
