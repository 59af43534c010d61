export { closingChance } from './queue/closing-chance.ts';
export type { WidestGaps } from './deps.ts';
export type { AskedModels, ProposalDeps } from './deps.ts';
export { quotePair } from './evidence/quote-pair.ts';
export { sentenceSpans } from './evidence/sentences-of.ts';
export { mostAtOnce } from './focus/propose-by-focus.ts';
export { type Corpora, keepCorpora } from './queue/keep-corpora.ts';
export { wordSignalNames } from './signals/word-signals.ts';
export type { ProposeInput } from './queue/scope.ts';
export { followDecisions } from './learning/follow-decisions.ts';
export { forgetLearning } from './learning/forget.ts';
export { viewLearning } from './learning/view-learning.ts';
export { acceptProposals } from './decisions/accept.ts';
export { laterProposals, rejectProposals } from './decisions/decline.ts';
export type { JudgeSwitch } from './judge/judge-switch.ts';
export type { JudgeTrial } from './judge/trial-judge.ts';
export { judgeWork, type JudgeJob, type TryJudge, tryJudgeIn } from './judge/judge-work.ts';
export { previewBatch } from './decisions/preview-batch.ts';
export { editProposal } from './decisions/edit.ts';
export { draftWork } from './drafts/draft-work.ts';
export { type Propose, propose, type Proposed, proposeNow, proposeWork } from './propose.ts';
export { proposePair, type ProposedPair } from './propose-pair.ts';
export { followQuotes } from './queue/follow-quotes.ts';
export {
  listAcceptedLinks,
  listPendingLinks,
  listProposals,
  listUndecided,
  readProposal,
} from './queue/read-proposals.ts';
export { reorderLinks } from './queue/reorder-links.ts';
export { reasonsWork } from './reasons/reasons-work.ts';
