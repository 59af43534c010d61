import type { FindEvidence, Quote } from '../evidence/find-evidence.ts';
import { findCue } from '../evidence/find-cue.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import type { CorpusNote } from '../signals/corpus.ts';
import { type ProposalRow, proposalIdOf } from './proposal-row.ts';
import type { Signal } from '../../../graph-schema/proposal.ts';
import type { RankedPair } from './rank-links.ts';

export interface MadeFrom {
  /** version of the weights */
  weights: string;
  /** embedding model, if its signals took part */
  models: string[];
  seed: number;
}

export const linkTaskVersion = 'link-1';

type FoundPair = Omit<RankedPair, 'signals' | 'closes'> & { signals: readonly Signal[] };

/** A ranked pair as a proposal with a quote on each side and the relation that a cue names, or the reason why it is none. */
export function linkRow(
  index: CorpusIndex,
  pair: FoundPair,
  findEvidence: FindEvidence,
  made: MadeFrom,
): { row: ProposalRow } | { dropped: 'no_evidence' | 'evidence_not_exact' } {
  const source = index.corpus.notes[pair.source];
  const target = index.corpus.notes[pair.target];
  const quotes = findEvidence(pair.source, pair.target);
  if (source === undefined || target === undefined || quotes === null) return { dropped: 'no_evidence' };
  const from = placeOf(source, quotes.from);
  const to = placeOf(target, quotes.to);
  if (from === null || to === null) return { dropped: 'evidence_not_exact' };
  const cue = cueOf(index, pair, quotes.from);
  const isTurned = cue?.isTurned ?? false;
  const row: ProposalRow = {
    id: proposalIdOf('link', source.id, target.id),
    kind: 'link',
    fromId: isTurned ? target.id : source.id,
    toId: isTurned ? source.id : target.id,
    relation: cue?.kind ?? 'links_to',
    score: pair.score,
    order: pair.order,
    evidenceSides: isTurned ? ['to', 'from'] : ['from', 'to'],
    evidencePassages: [from.passageId, to.passageId],
    evidenceStarts: [from.start, to.start],
    evidenceEnds: [from.end, to.end],
    evidenceTexts: [
      source.text.slice(quotes.from.start, quotes.from.end),
      target.text.slice(quotes.to.start, quotes.to.end),
    ],
    evidenceRoots: [source.id, target.id],
    cueStart: cue === null ? null : from.start + cue.start,
    cueEnd: cue === null ? null : from.start + cue.end,
    signalNames: pair.signals.map(({ name }) => name),
    signalZs: pair.signals.map(({ z }) => z),
    signalShares: pair.signals.map(({ share }) => share),
    models: made.models,
    weights: made.weights,
    taskVersion: linkTaskVersion,
    seed: made.seed,
  };
  return { row };
}

/** A quote's place in its passage; null where it does not lie inside. */
function placeOf(note: CorpusNote, quote: Quote) {
  const passage = note.passages.find(({ id }) => id === quote.passageId);
  if (passage === undefined || quote.start < passage.start || quote.end > passage.end) return null;
  return { passageId: quote.passageId, start: quote.start - passage.start, end: quote.end - passage.start };
}

/** Only a sentence that names the other note can name the relation with it, and one that turns the pair round onto a link which is there names no new one. */
function cueOf({ corpus, out }: CorpusIndex, pair: FoundPair, { start, end, mention }: Quote) {
  if (mention === null) return null;
  const place = { start: mention.start - start, end: mention.end - start };
  const cue = findCue(corpus.notes[pair.source]?.text.slice(start, end) ?? '', place);
  return cue?.isTurned && out[pair.target]?.has(pair.source) ? null : cue;
}
