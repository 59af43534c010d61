import type { Proposal, ProposalKind } from '../../graph-schema/proposal.ts';
import type { JobWork } from '../jobs/jobs.ts';
import type { ProposalDeps } from './deps.ts';
import { proposeScenes } from './drafts/propose-scenes.ts';
import { foundKinds } from './kinds/generators.ts';
import { proposeBridges } from './kinds/propose-bridges.ts';
import { proposeKinds } from './kinds/propose-kinds.ts';
import type { Dropped } from './queue/dropped.ts';
import type { Corpus } from './signals/corpus.ts';
import { loadCorpus } from './queue/load-corpus.ts';
import { lookAgain } from './look-again.ts';
import { proposeLinks, type ProposeRun } from './queue/propose-links.ts';
import { readMany } from './queue/read-proposals.ts';
import { type ProposeInput, readScope } from './queue/scope.ts';

const defaultLimit = 200;

interface Found {
  ids: string[];
  dropped: Dropped;
}

/** The job: missing scenes first (they cost nothing), then links, then the other kinds; each is shown as soon as it is stored. */
export function proposeWork(deps: ProposalDeps): JobWork<ProposeInput> {
  return async (input, { signal, report }) => {
    const started = performance.now();
    const total = input.limit ?? defaultLimit;
    const { ids, dropped } = await run(deps, input, {
      signal,
      onStored: (stored) => {
        deps.events?.publish({ type: 'proposals' });
        report({ done: Math.min(total, stored.length), total });
      },
    });
    report({ done: total, total });
    return { proposals: ids.length, dropped, seconds: (performance.now() - started) / 1000 };
  };
}

/** The command: the same, with the proposals themselves, best first. @throws AppError not_found (vault, scene, region) */
export async function proposeNow(
  deps: ProposalDeps,
  input: ProposeInput,
  signal?: AbortSignal,
): Promise<{ proposals: Proposal[]; dropped: Dropped; seconds: number }> {
  const started = performance.now();
  const { ids, dropped } = await run(deps, input, { signal });
  deps.events?.publish({ type: 'proposals' });
  const waiting = (await readMany(deps, ids)).filter(({ state }) => state === 'pending');
  const proposals = waiting.toSorted((a, b) => a.rank - b.rank).slice(0, input.limit ?? defaultLimit);
  return { proposals, dropped, seconds: (performance.now() - started) / 1000 };
}

async function run(
  deps: ProposalDeps,
  input: ProposeInput,
  options: Pick<ProposeRun, 'signal' | 'onStored'>,
): Promise<Found> {
  if (input.again !== undefined) return lookAgain(deps, input.again);
  const limit = input.limit ?? defaultLimit;
  const scope = await readScope(deps.graph, input);
  let loading: Promise<Corpus> | undefined;
  const corpus = () => (loading ??= loadCorpus(deps.graph, scope.vaultId));
  const each: ProposeRun = { ...options, scope, corpus, limit };
  const found: Found[] = [];
  const isAsked = (kind: ProposalKind) => input.kind === undefined || input.kind === kind;
  if (isAsked('scene')) {
    found.push(await proposeScenes(deps, { ...each, sceneId: input.sceneId }));
  }
  if (isAsked('link')) found.push(await proposeLinks(deps, each));
  if (isAsked('scene')) found.push(await proposeBridges(deps, each));
  const kinds = foundKinds.filter(isAsked);
  if (kinds.length > 0) found.push(await proposeKinds(deps, kinds, each));
  const dropped: Dropped = {};
  for (const part of found) {
    for (const [reason, count] of Object.entries(part.dropped))
      dropped[reason] = (dropped[reason] ?? 0) + count;
  }
  return { ids: found.flatMap(({ ids }) => ids), dropped };
}
