import type { Graph } from '../graph/graph.ts';
import { followQuotes } from '../proposals/index.ts';
import { readCoverage } from '../vault/coverage.ts';
import { findFolders } from '../vault/find-folders.ts';
import { listVaults } from '../vault/ingest/vault-node.ts';
import { removeVault } from '../vault/remove-vault.ts';
import { vaultRoot } from '../vault/walk-vault.ts';
import type { Parts } from './open-field.ts';
import { followUp, type IngestAndMore } from './register-jobs.ts';
import type { Services } from './services.ts';

const mostRecent = 8;

export function composeVaults({ jobs, models, settings }: Parts, graph: Graph): Services['vaults'] {
  return {
    list: () => listVaults({ graph }),
    browse: async (path) => ({
      listing: await findFolders(path),
      recent: settings.current().recentFolders,
    }),
    async open({ path, name, embed = true }) {
      // Without a graph there is no job to be stored: said at once, so that the caller may wait and ask again.
      await graph.read(() => Promise.resolve());
      // Refused here and now, where the person can choose another folder, not later in a job.
      const folder = await vaultRoot(path);
      const others = settings.current().recentFolders.filter((recent) => recent !== folder);
      await settings.update({ recentFolders: [folder, ...others].slice(0, mostRecent) });
      const input: IngestAndMore = { path: folder, ...(name !== undefined && { name }), embed };
      const about = name ?? folder.split(/[/\\]/).at(-1) ?? folder;
      return jobs.start('ingest', input, { about, priority: 1 });
    },
    coverage: (name) => readCoverage({ graph }, name),
    async remove(input) {
      const removed = await removeVault({ graph }, input);
      if (!input.dryRun) {
        await followQuotes({ graph, events: jobs.events });
        await followUp(jobs, models, false);
      }
      return removed;
    },
  };
}
