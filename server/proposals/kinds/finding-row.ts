import type { ProposalKind } from '../../../graph-schema/proposal.ts';
import { type ProposalRow, proposalIdOf } from '../queue/proposal-row.ts';
import type { Finding } from './finding.ts';

/** A finding as the graph holds it. No weights were learned for it and no model took part: `version` says how it was found. */
export function findingRow(kind: ProposalKind, finding: Finding, version: string): ProposalRow {
  const { quotes, cue, name, moves, key } = finding;
  const signals = Object.entries(finding.signals).toSorted(([, a], [, b]) => b - a);
  const whole = signals.reduce((sum, [, value]) => sum + value, 0) || 1;
  return {
    id: key === undefined ? proposalIdOf(kind, finding.from, finding.to) : proposalIdOf(kind, key, ''),
    kind,
    fromId: finding.from,
    toId: finding.to,
    ...(name !== undefined && { name }),
    ...(moves !== undefined && { moves }),
    relation: finding.relation ?? 'links_to',
    score: finding.score,
    order: finding.score,
    evidenceSides: quotes.map(({ side }) => side),
    evidencePassages: quotes.map(({ passageId }) => passageId),
    evidenceStarts: quotes.map(({ start }) => start),
    evidenceEnds: quotes.map(({ end }) => end),
    evidenceTexts: quotes.map(({ text }) => text),
    evidenceRoots: quotes.map(({ root }) => root),
    cueStart: cue?.start ?? null,
    cueEnd: cue?.end ?? null,
    signalNames: signals.map(([signal]) => signal),
    signalZs: signals.map(([, value]) => value),
    signalShares: signals.map(([, value]) => value / whole),
    models: [],
    weights: version,
    taskVersion: version,
    seed: 0,
  };
}
