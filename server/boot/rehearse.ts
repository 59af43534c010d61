import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Models } from '../../models/models.ts';
import { drawLinks } from '../editing/draw-links.ts';
import { writeScene } from '../editing/write-scene.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { acceptProposals, listProposals, proposeNow } from '../proposals/index.ts';
import { readScene } from '../vault/read-scene.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';

const notes = {
  'Rehearsal one.md':
    '---\naliases: [First]\n---\n# Part\nThe **core** leads to [[Rehearsal two]] #tag/part.[^1]\n\n[^1]: [[Nowhere]]\n',
  'Rehearsal two.md': '# Part\nRehearsal three enables the `core`, as [[Rehearsal one#Part]] says.\n',
  'Rehearsal three.md': '# Part\nThe `core` of Rehearsal two, once more.\n',
};

class RolledBack extends Error {}

/**
 * A Neo4j that has just started plans each statement for the first time and loads its own code as it goes: seconds of waiting at a person's first acts.
 * So reading notes, proposing, accepting, linking and writing are gone through once with three small notes, in one transaction that is rolled back: nothing is left of it.
 * Takes about 3 s of one core on an idle machine.
 */
export async function rehearse(graph: Graph, models: Models): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'scenefield-rehearsal-'));
  try {
    for (const [name, text] of Object.entries(notes)) await writeFile(path.join(folder, name), text);
    await graph.write(async (tx) => {
      await goThrough(inside(tx), models, folder);
      throw new RolledBack();
    });
  } catch (error) {
    if (!isRolledBack(error)) throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function goThrough(graph: Graph, models: Models, folder: string): Promise<void> {
  const name = path.basename(folder);
  await ingestVault({ graph }, { path: folder, name });
  const { proposals } = await proposeNow({ graph, models }, { vault: name, limit: 3 });
  await listProposals({ graph, models }, { state: 'pending', limit: 3, offset: 0 });
  const [first] = proposals;
  if (first === undefined) return;
  await readScene({ graph }, { id: first.from.id });
  await acceptProposals({ graph, models }, [first.id]);
  await drawLinks(graph, [{ from: first.to.id, to: first.from.id, kind: 'requires' }]);
  await writeScene(graph, { title: 'Rehearsal', body: 'See [[Rehearsal one]].' });
}

/** A graph whose every unit of work is part of this one transaction. */
function inside(tx: Tx): Graph {
  return { read: (work) => work(tx), write: (work) => work(tx), close: () => Promise.resolve() };
}

function isRolledBack(error: unknown): boolean {
  return (
    error instanceof RolledBack ||
    (error instanceof Error && error.cause !== undefined && isRolledBack(error.cause))
  );
}
