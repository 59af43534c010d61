import { cp, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Graph } from '../server/graph/graph.ts';
import { exportPack } from '../server/packs/export-pack.ts';
import { importPack } from '../server/packs/import-pack.ts';
import { acceptProposals, proposeNow, rejectProposals } from '../server/proposals/index.ts';
import { noModels } from '../server/proposals/testing/no-models.ts';
import { ingestVault } from '../server/vault/ingest/ingest-vault.ts';
import { embedWithout } from './decisions/embed-without.ts';
import { tamper } from './decisions/tamper.ts';
import { type Bench, target } from './result.ts';
import { generateVault } from './vault/generate-vault.ts';
import { openNeo4j } from './vault/open-neo4j.ts';

const decided = 50;

/**
 * Fifty links accepted and fifty rejected, then the vault goes through what vaults go through, with an ingest and a proposing after each step:
 * no accepted link may be lost, no decided pair may be proposed again, but a rejected one whose quotes are gone, which says so. Without the shared vaults a generated one stands in.
 */
export const run: Bench = async ({ root, say }) => {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-decisions-'));
  const { graph, close } = await openNeo4j();
  try {
    const folder = path.join(place, 'notes');
    const shared = path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
    if (existsSync(shared)) await cp(shared, folder, { recursive: true });
    else await generateVault({ folder, notes: 200, seed: 'decisions' });
    const deps = { graph, models: noModels };
    const read = (there = graph) => ingestVault({ graph: there }, { path: folder, name: 'decisions' });
    const propose = (there = graph) => proposeNow({ ...deps, graph: there }, { kind: 'link', limit: 400 });
    await read();
    const { proposals } = await propose();
    const [accepted, rejected] = [proposals.slice(0, decided), proposals.slice(decided, 2 * decided)];
    await acceptProposals(
      deps,
      accepted.map(({ id }) => id),
    );
    await rejectProposals(
      deps,
      rejected.map(({ id }) => id),
      'wrong',
    );
    const pairs = [...accepted, ...rejected].map(({ from, to }) => pairOf(from.id, to.id));
    const lost = new Set<string>();
    const back = new Set<string>();
    const look = async (step: string, there = graph, standing = pairs) => {
      const before = lost.size + back.size;
      const links = await acceptedLinks(there);
      for (const { from, to } of accepted)
        if (!links.has(pairOf(from.id, to.id))) lost.add(pairOf(from.id, to.id));
      const found = (await propose(there)).proposals.filter(({ returned }) => returned === null);
      const again = new Set(found.map(({ from, to }) => pairOf(from.id, to.id)));
      for (const pair of standing) if (again.has(pair)) back.add(pair);
      say(`${step}: ${links.size} accepted links there, ${lost.size + back.size - before} wrong`);
    };
    await look('decided');
    const ends = [...accepted, ...rejected].flatMap(({ evidence }) => evidence.map(({ path: file }) => file));
    for (const [step, change] of tamper(
      folder,
      [...new Set(ends)].filter((file) => file.endsWith('.md')),
    )) {
      await change();
      await read();
      await look(step);
    }
    for (const model of ['one', 'another']) {
      await embedWithout(graph, model);
      await look(`vectors of ${model} model`);
    }
    const { text } = await exportPack({ graph }, { selection: { what: 'all' } });
    await importPack({ graph }, { text });
    await read();
    await look('exported and imported');
    const other = await openNeo4j();
    try {
      await importPack({ graph: other.graph }, { text });
      await read(other.graph);
      // there they are the sender's: what was accepted is a link, what was decided stands in nobody's way
      await look('imported into another field', other.graph, []);
    } finally {
      await other.close();
    }
    return {
      targets: [
        target('accepted links lost', lost.size, ['', '<=', 0]),
        target('decided pairs that came back', back.size, ['', '<=', 0]),
        target('links accepted', accepted.length, ['', '>=', decided]),
        target('links rejected', rejected.length, ['', '>=', decided]),
      ],
      peers: [],
    };
  } finally {
    await close();
    await rm(place, { recursive: true, force: true });
  }
};

function pairOf(from: string, to: string): string {
  return [from, to].toSorted().join(' ');
}

async function acceptedLinks(graph: Graph): Promise<Set<string>> {
  const rows = await graph.read((tx) =>
    tx.run(
      `MATCH (a:Scene)-[r]->(b:Scene) WHERE r.origin = 'model' AND r.acceptedBy = 'person' RETURN a.id AS a, b.id AS b`,
    ),
  );
  return new Set(rows.map((row) => pairOf(String(row['a']), String(row['b']))));
}
