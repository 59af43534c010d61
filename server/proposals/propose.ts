import type { Proposal, ProposalKind } from '../../graph-schema/proposal.ts';
import type { FieldEvents, JobWork } from '../jobs/jobs.ts';
import type { ProposeDeps } from './deps.ts';
import { proposeScenes } from './drafts/propose-scenes.ts';
import { foundKinds } from './kinds/generators.ts';
import { proposeBridges } from './kinds/propose-bridges.ts';
import { proposeKinds } from './kinds/propose-kinds.ts';
import { mostAtOnce, proposeByFocus } from './focus/propose-by-focus.ts';
import type { Dropped } from './queue/dropped.ts';
import { type KeptCorpus, keepCorpora } from './queue/keep-corpora.ts';
import { lookAgain } from './look-again.ts';
import { proposeLinks, type ProposeRun } from './queue/propose-links.ts';
import { readMany } from './queue/read-proposals.ts';
import { type ProposeInput, readScope } from './queue/scope.ts';
import { proposeSections } from './sections/propose-sections.ts';
import { isOfSections } from './sections/read-sections.ts';

const defaultLimit = 200;
/** Of ideas without a note, so many in a search for everything: past the first few they are turns of phrase. */
const mostConcepts = 10;
/** Between two regions so many are a sitting. */
const limitOfPair = 12;
/** Splits, and bridge scenes among the scenes, are looked for only by name: of 17 bridges and one split a reader would have accepted none. */
const onlyAsked: ReadonlySet<ProposalKind> = new Set(['split']);

export interface Proposed {
  ids: string[];
  dropped: Dropped;
}

export type ProposeOptions = Pick<ProposeRun, 'signal' | 'onStored' | 'onLooked'>;

/** Finds and stores; hears of a cancel, and tells when something new can be shown. */
export type Propose = (input: ProposeInput, options: ProposeOptions) => Promise<Proposed>;

/** The job: missing scenes first (they cost nothing), then links, then the other kinds; each is shown as soon as it is stored. */
export function proposeWork(propose: Propose, events: Pick<FieldEvents, 'publish'>): JobWork<ProposeInput> {
  return async (input, { signal, report }) => {
    const started = performance.now();
    const total = input.limit ?? defaultLimit;
    let isLooking = false;
    const { ids, dropped } = await propose(input, {
      signal,
      onStored: (stored) => {
        events.publish({ type: 'proposals' });
        if (!isLooking) report({ done: Math.min(total, stored.length), total });
      },
      onLooked(done, of) {
        isLooking = true;
        report({ done, total: of });
      },
    });
    report({ done: total, total });
    return { proposals: ids.length, dropped, seconds: (performance.now() - started) / 1000 };
  };
}

/** At once, on this thread, with the proposals themselves, best first. @throws AppError not_found (vault, scene, region) */
export async function proposeNow(
  deps: Omit<ProposeDeps, 'corpora'>,
  input: ProposeInput,
  signal?: AbortSignal,
): Promise<{ proposals: Proposal[]; dropped: Dropped }> {
  const { ids, dropped } = await propose({ ...deps, corpora: keepCorpora(deps.graph) }, input, { signal });
  const waiting = (await readMany(deps, ids)).filter(({ state }) => state === 'pending');
  const proposals = waiting.toSorted((a, b) => a.rank - b.rank).slice(0, input.limit ?? defaultLimit);
  return { proposals, dropped };
}

const proposeSeen = (deps: ProposeDeps, run: ProposeRun) =>
  proposeByFocus(deps, { ...run, seen: deps.seen?.() ?? [] });

/** What every way of proposing comes to. @throws AppError not_found (vault, scene, region) */
export async function propose(
  deps: ProposeDeps,
  input: ProposeInput,
  options: ProposeOptions,
): Promise<Proposed> {
  if (input.again !== undefined) return lookAgain(deps, input.again);
  const limit = input.limit ?? (input.toRegionId === undefined ? defaultLimit : limitOfPair);
  const scope = await readScope(deps.graph, input);
  let reading: Promise<KeptCorpus> | undefined;
  const corpus = () => (reading ??= deps.corpora.read(scope.vaultId));
  const each: ProposeRun = { ...options, scope, corpus, limit };
  const found: Proposed[] = [];
  const isAsked = (kind: ProposalKind) => input.kind === undefined || input.kind === kind;
  if (isAsked('scene')) {
    found.push(await proposeScenes(deps, { ...each, sceneId: input.sceneId }));
  }
  const notes = await deps.corpora.count(scope.vaultId);
  const isLarge = notes > mostAtOnce;
  if (isAsked('link')) {
    const proposeAs = isLarge ? proposeSeen : isOfSections(notes) ? proposeSections : proposeLinks;
    found.push(await proposeAs(deps, each));
  }
  if (input.kind === 'scene') found.push(await proposeBridges(deps, each));
  const wanted = foundKinds.filter((kind) => input.kind === kind || (isAsked(kind) && !onlyAsked.has(kind)));
  // these go through all notes, and so many do not fit
  const kinds = isLarge ? [] : wanted;
  if (isLarge && wanted.length > 0) found.push({ ids: [], dropped: { large_field: wanted.length } });
  const most = (kind: ProposalKind) =>
    kind === 'concept' && input.kind === undefined ? Math.min(limit, mostConcepts) : limit;
  if (kinds.length > 0)
    found.push(
      await proposeKinds(
        deps,
        kinds.map((kind) => ({ kind, limit: most(kind) })),
        each,
      ),
    );
  const dropped: Dropped = {};
  for (const part of found) {
    for (const [reason, count] of Object.entries(part.dropped))
      dropped[reason] = (dropped[reason] ?? 0) + count;
  }
  return { ids: found.flatMap(({ ids }) => ids), dropped };
}
