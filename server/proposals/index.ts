export type { ProposalDeps } from './deps.ts';
export type { ProposeInput } from './queue/scope.ts';
export { acceptProposals } from './decisions/accept.ts';
export { laterProposals, rejectProposals } from './decisions/decline.ts';
export { editProposal } from './decisions/edit.ts';
export { draftWork } from './drafts/draft-work.ts';
export { proposeNow, proposeWork } from './propose.ts';
export { listPendingLinks, listProposals, readProposal } from './queue/read-proposals.ts';
export { reasonsWork } from './reasons/reasons-work.ts';
