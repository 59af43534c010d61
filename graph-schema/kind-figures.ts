import type { ProposalKind } from './proposal.ts';

/** Kinds that are looked for only when asked for by name: what was measured (`npm run bench -- kinds`) is below what a queue may cost a person. */
export const offByDefault: Readonly<Partial<Record<ProposalKind, { precision: number; wanted: number }>>> =
  {};
