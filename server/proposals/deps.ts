import type { Models, ModelPresence } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import type { JudgeSwitch } from './judge/judge-switch.ts';
import type { Corpora } from './queue/keep-corpora.ts';

/** What the capabilities of this room are handed. */
export interface ProposalDeps {
  graph: Graph;
  models: Models;
  events?: Pick<FieldEvents, 'publish'>;
  /** whether decisions that came with packs are learned from; default no */
  learnsFromPacks?: () => boolean;
  /** judges that are switched on; default none */
  judges?: (() => readonly JudgeSwitch[]) | undefined;
  /** scenes that a person has before them or opened lately, latest first; default none */
  seen?: (() => readonly string[]) | undefined;
  /** how wide the gap between two regions is, 0–1, by `pairKey` of their ids; while nothing is known of gaps they do not weigh */
  gapWidths?: () => Promise<ReadonlyMap<string, number>>;
  /** where links are wanting most; default nowhere */
  widestGaps?: () => Promise<WidestGaps>;
}

/** Pairs of regions with links wanting, as places of regions, and the notes that would join them. */
export interface WidestGaps {
  /** note → its region's place; only notes that count */
  regionOf: ReadonlyMap<string, number>;
  pairs: readonly (readonly [number, number])[];
}

/** What proposing needs of the models, also where they are those of another thread. */
export type AskedModels = Pick<Models, 'embed' | 'judge'> & {
  presence(): ModelPresence[] | Promise<ModelPresence[]>;
};

/** What proposing is handed. */
export type ProposeDeps = Omit<ProposalDeps, 'models'> & { models: AskedModels; corpora: Corpora };
