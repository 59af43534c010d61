import type { GapsView } from '../../graph-schema/views/gap.ts';
import type { Field } from '../field/create-field.ts';
import type { FieldGraph, FieldScene } from '../field/field-graph.ts';
import { onceAField } from '../field/once-a-field.ts';
import type { Graph } from '../graph/graph.ts';
import { type DecidedLink, figuresAfter } from './after-decisions.ts';
import type { MergedMissing } from './before-acceptances.ts';
import { type CountedNotes, countedNotes } from './counted-notes.ts';
import type { GapFigures } from './gap-figures.ts';
import type { FigureKeeper } from './keep-figures.ts';
import { readSettled, settledKey } from './keep-settled.ts';
import { type KeptZone, readZones } from './keep-zones.ts';
import type { ClosingProposal } from './make-gaps.ts';
import { ofVault } from './of-vault.ts';
import { type RegionPair, regionMatrix } from './region-matrix.ts';
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
  /** those of them of which the person said so itself, not by refusing a draft */
  settled: FieldScene[];
  merged: MergedMissing[];
  whole: FieldGraph;
  proposals: ClosingProposal[];
  kept: KeptZone[];
}

const zonesOf = onceAField((field) => regionZones(field, countedNotes(field)));

/** The field with how its regions are joined and how lit its zones are, after all that was decided. */
export async function readJoins(
  deps: GapsDeps,
  { vaultId, figures: wanted }: { vaultId: string | undefined; figures: FiguresWanted },
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
  const filled = [...unneeded];
  const all = [...ofRegions, ...(await namedZones(deps.graph, kept, { field, notes }))];
  const zones = all.map((zone): ZoneOfScenes => {
    const sceneIds = kept.find(({ id }) => id === zone.id)?.sceneIds;
    return { ...withMore(zone, { filled }), ...(sceneIds && { sceneIds }) };
  });
  const regions = field.regions.map(({ id, name, hue, members }) => ({
    id,
    name,
    hue,
    scenes: members.length,
  }));
  const { merged } = decided;
  const said = field.scenes.filter(({ id, state }) => state === 'missing' && settled.has(settledKey([id])));
  const state = { field, whole, notes, proposals, kept, regions, zones, unneeded, settled: said, merged };
  return { ...state, ...counted };
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
