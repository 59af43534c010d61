import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';
import { degreeOf, type FieldGraph, type FieldScene } from '../field/field-graph.ts';
import { brokenChains } from './broken-chains.ts';
import { contradictingClaims } from './contradicting-claims.ts';
import { couldClose } from './could-close.ts';
import { readCallQuotes, readTitleQuotes } from './gap-quotes.ts';
import { hangingRegions } from './hanging-regions.ts';
import { offeredZones } from './keep-zones.ts';
import { chainGap, hangingGap, loneGap, missingGap, pairGap } from './make-gaps.ts';
import { type GapsDeps, readJoins } from './read-joins.ts';
import { singleSources } from './single-sources.ts';
import { toldByNotes } from './told-by-notes.ts';

export interface GapsInput {
  vaultId?: string | undefined;
  /** of each kind, and of all together */
  limit: number;
  /** until the figures are those of this field; else they follow, and `basis` says so */
  wait?: boolean | undefined;
  /** of the names that are offered; default en */
  language?: 'ru' | 'en' | undefined;
}

/** Pairs that quotes are looked up for; the rest is listed without. */
const quotedPairs = 8;

/** Where the field is not joined up: every kind of gap in turn, each from its largest down, at most `limit` together; and how lit its zones are. */
export async function listGaps(deps: GapsDeps, input: GapsInput): Promise<GapsView> {
  const { vaultId, limit, wait = false, language = 'en' } = input;
  const joins = await readJoins(deps, { vaultId, figures: wait ? 'wait' : 'begin' });
  const { field, whole, notes, proposals, basis, aside, regions, matrix, zones, unneeded, settled } = joins;
  const closing = proposals.filter((proposal) => couldClose(proposal, notes));
  const links = proposals.filter(({ fills }) => fills === null);
  const pairs = matrix
    // before figures are there, what chance gives is no gap yet
    .filter(({ gap, chance }) => gap > 0 && (basis === 'counted' || chance !== null))
    .sort((a, b) => b.gap - a.gap)
    .slice(0, limit);
  const missing = byCalls(field, unneeded).slice(0, limit);
  const lone = field.scenes.filter(
    ({ id, state, vaultId: lies }) =>
      state === 'present' && lies !== conversationsVaultId && degreeOf(field, id) === 0,
  );
  const [pairQuotes, callQuotes, told, claims, contradictions, offered] = await Promise.all([
    readTitleQuotes(deps.graph, field, pairs.slice(0, quotedPairs)),
    readCallQuotes(
      deps.graph,
      missing.map(({ id }) => id),
    ),
    toldByNotes(deps.graph, whole, vaultId),
    singleSources(deps.graph, field, { vaultId, limit }),
    contradictingClaims(deps.graph, { vaultId, limit }),
    offeredZones(deps.graph, { language, vaultId }),
  ]);
  const hanging = basis === 'few' ? [] : hangingRegions(field);
  const gaps = inTurn([
    pairs.map((pair, index) => pairGap(field, pair, { quotes: pairQuotes[index] ?? [], proposals: closing })),
    missing.map((scene) => missingGap(field, scene, { quotes: callQuotes.get(scene.id) ?? [], proposals })),
    lone.slice(0, limit).map((scene) => loneGap(scene, links)),
    hanging.slice(0, limit).map((region) => hangingGap(field, region, links)),
    told.ideas.slice(0, limit),
    told.questions.slice(0, limit),
    contradictions,
    claims,
    brokenChains(field)
      .slice(0, limit)
      .map((chain) => chainGap(field, chain, links)),
  ]);
  return {
    basis,
    aside,
    regions,
    matrix,
    zones,
    offered: offered.map(({ name }) => name),
    settled: settled.map(({ id, title }) => ({ id, title })),
    gaps: gaps.slice(0, limit),
  };
}

/** Missing scenes, but those that need not be written, the one that most notes call first. */
export function byCalls(field: FieldGraph, unneeded: ReadonlySet<string>): FieldScene[] {
  return field.scenes
    .filter((scene) => scene.state === 'missing' && !unneeded.has(scene.id))
    .sort((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id) || (a.title < b.title ? -1 : 1));
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly Gap[])[]): Gap[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
