import type { Logger } from 'pino';
import type { Jobs } from '../jobs/jobs.ts';
import { isVaultThere } from '../vault/walk-vault.ts';
import { watchVaults } from '../vault/watch/watch-vaults.ts';
import type { IngestAndMore } from './register-jobs.ts';
import type { Services } from './services.ts';

export interface FollowVaultsOptions {
  vaults: Services['vaults'];
  jobs: Jobs;
  log: Logger;
  signal: AbortSignal;
}

/** As long as the app runs, each vault's folder is followed: what is saved there is in the field a moment later. */
export async function followVaults({ vaults, jobs, log, signal }: FollowVaultsOptions): Promise<void> {
  if (signal.aborted) return;
  const watch = watchVaults({
    list: async () => (await vaults.list()).filter(({ path }) => path !== ''),
    async read({ name, path }, files) {
      // An unplugged disk deletes nothing; when it is back, its vault is read by hand or at the next start.
      if (!(await isVaultThere(path))) return false;
      const input: IngestAndMore = { path, name, again: true, ...(files && { files }) };
      const { id } = await jobs.start('ingest', input, { about: name });
      return (await jobs.wait(id)).state === 'done';
    },
    warn: (values, event) => log.warn(values, event),
  });
  try {
    await watch.refresh();
    // A vault that came or went changes the field.
    for await (const { type } of jobs.events.subscribe(signal)) {
      if (type === 'field') await watch.refresh();
    }
  } finally {
    await watch.stop();
  }
}
