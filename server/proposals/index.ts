export type { ProposalDeps } from './deps.ts';
export type { ProposeInput } from './queue/scope.ts';
export { acceptProposals } from './decisions/accept.ts';
export { laterProposals, rejectProposals } from './decisions/decline.ts';
export { editProposal } from './decisions/edit.ts';
export { evalLinks } from './eval/eval-links.ts';
export { proposeNow, proposeWork } from './propose.ts';
export { listProposals, readProposal } from './queue/read-proposals.ts';
