import type { ProposeDeps } from '../deps.ts';
import { countDropped, type Dropped } from '../queue/dropped.ts';
import type { KeptCorpus } from '../queue/keep-corpora.ts';
import { proposeLinks, type ProposeRun } from '../queue/propose-links.ts';
import { shuffle } from '../shuffle.ts';
import { readLastNumber, readNear, writeLooked } from './focus.cypher.ts';
import { orderFocus } from './order-focus.ts';

/** Above this many notes all pairs are too many: links are looked for a few notes at a time. They would take minutes and gigabytes. */
export const mostAtOnce = 10_000;

/** Notes that are looked at together, and those that the first look is at. */
const batch = 60;
const firstBatch = 12;
const candidatesEach = 150;
/** Drawn blindly: what is unlike everything else is only seen beside what is not chosen. */
const background = 300;
/** Notes around the first. */
const mostNear = 1500;
const longestMs = 10 * 60_000;

interface FocusRun extends Omit<ProposeRun, 'corpus'> {
  /** what a person opened lately */
  seen: readonly string[];
}

/** As `proposeLinks`, by candidates: goes on until the limit is reached, all notes were looked at or ten minutes are over; the next run goes on from there. */
export async function proposeByFocus(
  deps: ProposeDeps,
  { scope, limit, signal, onStored, seen }: FocusRun,
): Promise<{ ids: string[]; dropped: Dropped }> {
  const { vaultId, roots } = scope;
  const began = performance.now();
  const order = roots === null ? await orderFocus(deps.graph, { vaultId, seen }) : [...roots];
  const ids = new Set<string>();
  const dropped: Dropped = {};
  for (let at = 0; at < order.length && ids.size < limit; at += at === 0 ? firstBatch : batch) {
    signal?.throwIfAborted();
    if (performance.now() - began > longestMs) break;
    const focus = order.slice(at, at + (at === 0 ? firstBatch : batch));
    const [last] = await deps.graph.read((tx) => tx.run(readLastNumber));
    const corpus = await readAround(deps, { vaultId, focus, order, seed: at, signal });
    const found = await proposeLinks(deps, {
      scope: { ...scope, roots: new Set(focus) },
      corpus: () => Promise.resolve(corpus),
      limit: limit - ids.size,
      signal,
    });
    for (const id of found.ids) ids.add(id);
    for (const [reason, count] of Object.entries(found.dropped)) countDropped(dropped, reason, count);
    onStored?.([...ids]);
    await deps.graph.write((tx) => tx.run(writeLooked, { ids: focus, at: Number(last?.['number'] ?? 0) }));
  }
  return { ids: [...ids], dropped };
}

/** These notes with what each may want to link. */
async function readAround(
  { graph, corpora }: Pick<ProposeDeps, 'graph' | 'corpora'>,
  {
    vaultId,
    focus,
    order,
    seed,
    signal,
  }: {
    vaultId: string | null;
    focus: readonly string[];
    order: readonly string[];
    seed: number;
    signal: AbortSignal | undefined;
  },
): Promise<KeptCorpus> {
  const drawn = shuffle(order, seed).slice(0, background);
  // the first look waits for no index
  if (seed === 0) {
    const near = await graph.read((tx) => tx.run(readNear, { ids: focus, limit: mostNear }));
    return corpora.part(vaultId, [...new Set([...focus, ...near.map(({ id }) => String(id)), ...drawn])]);
  }
  const index = await corpora.candidates(vaultId, signal);
  const own = await corpora.part(vaultId, focus);
  const candidates = index.candidatesOf(own.corpus.notes, candidatesEach);
  return corpora.part(vaultId, [...new Set([...focus, ...candidates, ...drawn])]);
}
