/** A proposed link as the learners see it. */
export interface Looked {
  /** log-odds of the fused signals, before anything was learned from decisions */
  score: number;
  /** the note that it leads to */
  target: string;
  /** as `readFeatures` gives them */
  features: readonly number[];
}

export interface Decision extends Looked {
  accepted: boolean;
  /** how much it counts, 0–1 */
  count: number;
}

type Answer = Pick<Decision, 'accepted' | 'count'>;

/** Another relation or direction is asked for where the link itself is wanted: half a yes, as an edit that still waits is. «Duplicate» says that the link is there in other words: half a no. */
const rejections: Partial<Record<string, Answer>> = {
  relation: { accepted: true, count: 0.5 },
  direction: { accepted: true, count: 0.5 },
  duplicate: { accepted: false, count: 0.5 },
};

/** What an answer says about the pair. */
export function readAnswer(state: 'accepted' | 'rejected' | 'edited', reason: string | null): Answer {
  if (state === 'accepted') return { accepted: true, count: 1 };
  if (state === 'edited') return { accepted: true, count: 0.5 };
  return rejections[reason ?? ''] ?? { accepted: false, count: 1 };
}
