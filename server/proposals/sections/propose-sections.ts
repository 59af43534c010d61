import { priorVersion } from '../fusion/prior.ts';
import { trainRanker } from '../fusion/ranker.ts';
import { buildCorpusIndex } from '../signals/corpus-index.ts';
import { type NamedSignal, wordSignals } from '../signals/word-signals.ts';
import type { ProposeDeps } from '../deps.ts';
import { countDropped, type Dropped } from '../queue/dropped.ts';
import type { ProposeRun } from '../queue/propose-links.ts';
import { readEmbedded } from '../queue/read-embedded.ts';
import { reorderLinks } from '../queue/reorder-links.ts';
import { readDecided, storeLinks } from '../queue/store-links.ts';
import { createVectorMemory } from '../queue/vector-memory.ts';
import { tidyQueue } from '../queue/write-proposals.ts';
import { rankSections } from './rank-sections.ts';
import { type ReadSections, readSections } from './read-sections.ts';
import { createSectionEvidence } from './section-evidence.ts';

const seed = 1;
/** All pairs are gone through at once. */
const mostSections = 2000;

/** Finds links that are missing between the sections of a field of few notes, with the shipped weights: so few links teach none of its own. */
export async function proposeSections(
  deps: ProposeDeps,
  { scope: { vaultId, roots }, limit, signal, onStored }: Omit<ProposeRun, 'corpus'>,
): Promise<{ ids: string[]; dropped: Dropped }> {
  const [read, decided] = await Promise.all([readSections(deps.graph, vaultId), readDecided(deps)]);
  const { index, sections } = read;
  if (sections.length > mostSections) return { ids: [], dropped: { large_field: sections.length } };
  const embedded = await embeddedBySections(deps, read, vaultId, signal);
  const signals = [...wordSignals, ...embedded.signals];
  const ranker = await trainRanker(index.corpus, signals, { seed })(signals, { refit: false });
  const most = Math.min(limit, sections.length);
  const ranked = rankSections({ index, sections, signals, ranker, limit: sections.length + decided.size });
  const isAsked = (at: number) => roots?.has(sections[at]?.rootId ?? '') !== false;
  const asked = ranked.filter(({ source, target }) => isAsked(source) || isAsked(target));
  const store = { index, findEvidence: createSectionEvidence(index), decided };
  const made = { weights: priorVersion, models: embedded.models, seed, most };
  const { ids, dropped } = await storeLinks(deps.graph, store, asked, made);
  if (ids.length === 0 && asked.length === 0)
    countDropped(dropped, 'too_weak', (sections.length * (sections.length - 1)) / 2);
  const stale = await tidyQueue(deps.graph, 'link');
  await reorderLinks(deps);
  for (const [reason, count] of Object.entries(stale)) countDropped(dropped, reason, count);
  onStored?.(ids);
  return { ids, dropped };
}

/** The embedding model's signals, which know a section by its title as it is written: so its vector is kept. */
async function embeddedBySections(
  deps: ProposeDeps,
  { index: { corpus }, sections }: ReadSections,
  vaultId: string | null,
  signal: AbortSignal | undefined,
): Promise<{ signals: NamedSignal[]; models: string[] }> {
  const written = {
    notes: corpus.notes.map((note, at) => ({ ...note, title: sections[at]?.title ?? note.title })),
  };
  const kept = { corpus: written, vectors: createVectorMemory() };
  const { signals, models } = await readEmbedded(deps, kept, vaultId, signal);
  const index = buildCorpusIndex(written);
  return { signals: signals.map(({ name, build }) => ({ name, build: () => build(index) })), models };
}
