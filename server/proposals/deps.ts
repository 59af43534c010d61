import type { Models } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import type { JudgeSwitch } from './judge/judge-switch.ts';

/** What the capabilities of this room are handed. */
export interface ProposalDeps {
  graph: Graph;
  models: Models;
  events?: FieldEvents;
  /** whether decisions that came with packs are learned from; default no */
  learnsFromPacks?: () => boolean;
  /** judges that are switched on; default none */
  judges?: (() => readonly JudgeSwitch[]) | undefined;
  /** how wide the gap between two regions (by id) is, 0–1; while nothing is known of gaps they do not weigh */
  gapBetween?: () => Promise<(a: string, b: string) => number>;
}
