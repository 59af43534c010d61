import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import type { Gap, GapsView } from '../../graph-schema/views/gap.ts';
import type { Field } from '../field/create-field.ts';
import { degreeOf, type FieldGraph, type FieldScene } from '../field/field-graph.ts';
import { onceAField } from '../field/once-a-field.ts';
import type { Graph } from '../graph/graph.ts';
import { type DecidedLink, figuresAfter } from './after-decisions.ts';
import type { MergedMissing } from './before-acceptances.ts';
import { brokenChains } from './broken-chains.ts';
import { contradictingClaims } from './contradicting-claims.ts';
import { couldClose } from './could-close.ts';
import { type CountedNotes, countedNotes } from './counted-notes.ts';
import type { GapFigures } from './gap-figures.ts';
import { readCallQuotes, readTitleQuotes } from './gap-quotes.ts';
import { hangingRegions } from './hanging-regions.ts';
import type { FigureKeeper } from './keep-figures.ts';
import { chainGap, type ClosingProposal, hangingGap, loneGap, missingGap, pairGap } from './make-gaps.ts';
import { ofVault } from './of-vault.ts';
import { type RegionPair, regionMatrix } from './region-matrix.ts';
import { singleSources } from './single-sources.ts';
import { toldByNotes } from './told-by-notes.ts';
import { readSettled, settledKey } from './keep-settled.ts';
import { type KeptZone, offeredZones, readZones } from './keep-zones.ts';
import type { ZoneOfScenes } from './zone-after.ts';
import { namedZones, regionZones, withMore } from './zones.ts';

export interface GapsDeps {
  graph: Graph;
  field: Pick<Field, 'load'>;
  figures: FigureKeeper;
  pendingProposals: () => Promise<ClosingProposal[]>;
  decidedProposals: () => Promise<DecidedProposals>;
}

export interface DecidedProposals {
  links: DecidedLink[];
  merged: MergedMissing[];
  /** ids of missing scenes whose draft was rejected as one that need not be, or is there already */
  unneeded: string[];
}

/** Figures of this field, waited for or begun behind the answer; or those worked out last, and nothing is begun. */
type FiguresWanted = 'wait' | 'begin' | 'latest';

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
/** With fewer scenes no statistic says anything. */
const fewestScenes = 50;

/** The matrix and the zones, with all that was read for them. */
export interface JoinState extends Pick<GapsView, 'basis' | 'aside' | 'regions' | 'matrix'> {
  zones: ZoneOfScenes[];
  /** of the vault that was asked for */
  field: FieldGraph;
  /** null: too few scenes for a statistic */
  notes: CountedNotes | null;
  /** as if nothing had been decided */
  figures: GapFigures | null;
  /** ids of missing scenes that a person says need not be written */
  unneeded: ReadonlySet<string>;
  whole: FieldGraph;
  proposals: ClosingProposal[];
  kept: KeptZone[];
}

const zonesOf = onceAField((field) => regionZones(field, countedNotes(field)));

export async function readJoins(
  deps: GapsDeps,
  { vaultId, figures: wanted }: Pick<GapsInput, 'vaultId'> & { figures: FiguresWanted },
): Promise<JoinState> {
  const whole = await deps.field.load();
  const field = ofVault(whole, vaultId);
  const [proposals, kept, decided, settled] = await Promise.all([
    deps.pendingProposals(),
    readZones(deps.graph, vaultId),
    deps.decidedProposals(),
    readSettled(deps.graph),
  ]);
  const { notes, ...counted } = await readMatrix(deps, field, { vaultId, wanted, decided, settled });
  const ofRegions = notes === null ? [] : zonesOf(field);
  const unneeded = new Set([...decided.unneeded, ...settled]);
  const all = [...ofRegions, ...(await namedZones(deps.graph, kept, { field, notes }))];
  const zones = all.map((zone): ZoneOfScenes => {
    const sceneIds = kept.find(({ id }) => id === zone.id)?.sceneIds;
    return { ...withMore(zone, { filled: [...unneeded] }), ...(sceneIds && { sceneIds }) };
  });
  const regions = field.regions.map(({ id, name, hue, members }) => ({
    id,
    name,
    hue,
    scenes: members.length,
  }));
  return { field, whole, notes, proposals, kept, regions, zones, unneeded, ...counted };
}

/** Where the field is not joined up: every kind of gap in turn, each from its largest down, at most `limit` together; and how lit its zones are. */
export async function listGaps(deps: GapsDeps, input: GapsInput): Promise<GapsView> {
  const { vaultId, limit, wait = false, language = 'en' } = input;
  const joins = await readJoins(deps, { vaultId, figures: wait ? 'wait' : 'begin' });
  const { field, whole, notes, proposals, basis, aside, regions, matrix, zones, unneeded } = joins;
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
  const names = offered.map(({ name }) => name);
  return { basis, aside, regions, matrix, zones, offered: names, gaps: gaps.slice(0, limit) };
}

interface ReadMatrix extends Pick<JoinState, 'basis' | 'aside' | 'notes' | 'figures'> {
  matrix: RegionPair[];
}

async function readMatrix(
  deps: GapsDeps,
  field: FieldGraph,
  {
    vaultId,
    wanted,
    decided,
    settled,
  }: {
    vaultId: string | undefined;
    wanted: FiguresWanted;
    decided: DecidedProposals;
    settled: ReadonlySet<string>;
  },
): Promise<ReadMatrix> {
  const present = field.scenes.filter(({ state }) => state === 'present').length;
  if (present < fewestScenes) return { matrix: [], basis: 'few', aside: [], notes: null, figures: null };
  const notes = countedNotes(field);
  const { aside } = notes;
  if (notes.regions.length < 2) return { matrix: [], basis: 'counted', aside, notes, figures: null };
  const { figures, isCurrent } =
    wanted === 'latest'
      ? { figures: deps.figures.latest(vaultId), isCurrent: false }
      : await deps.figures.read(field, notes, { vaultId, wait: wanted === 'wait' });
  const basis = isCurrent ? 'counted' : 'counting';
  const now = figures && figuresAfter(figures, notes, decided.links);
  const matrix = regionMatrix(field, notes, now).map((pair) => {
    const of = [pair.from, pair.to].map((at) => notes.regions[at] ?? '');
    return settled.has(settledKey(of)) ? { ...pair, gap: 0, isSettled: true } : pair;
  });
  return { matrix, basis, aside, notes, figures };
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
