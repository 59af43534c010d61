import { followFolder } from './follow-folder.ts';

export interface WatchedVault {
  name: string;
  /** of its folder */
  path: string;
}

export interface WatchOptions {
  list(): Promise<readonly WatchedVault[]>;
  /** Brings the graph up to date with a vault; resolves when it is. */
  read(vault: WatchedVault): Promise<void>;
  warn(values: { vault: string; err: unknown }, event: string): void;
}

export interface VaultWatch {
  /** Follows the vaults that there are now: to be called when one came or went. One that is newly followed is read: it may have changed meanwhile. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

interface Followed {
  vault: WatchedVault;
  unfollow(): Promise<void>;
}

/** Keeps the graph at what the folders say. A change that comes while its vault is being read leads to one more reading. */
export function watchVaults({ list, read, warn }: WatchOptions): VaultWatch {
  const followed = new Map<string, Followed>();
  const readings = new Map<string, { isDue: boolean }>();
  let isStopped = false;

  async function bringUpToDate(vault: WatchedVault): Promise<void> {
    const running = readings.get(vault.path);
    if (running !== undefined) {
      running.isDue = true;
      return;
    }
    const reading = { isDue: true };
    readings.set(vault.path, reading);
    try {
      while (reading.isDue && followed.has(vault.path)) {
        reading.isDue = false;
        await read(vault);
      }
    } catch (err) {
      warn({ vault: vault.name, err }, 'a vault could not be read again');
    } finally {
      readings.delete(vault.path);
    }
  }

  async function follow(vault: WatchedVault): Promise<void> {
    try {
      const unfollow = await followFolder(vault.path, {
        onChange: () => void bringUpToDate(vault),
        onPolling: (err) => warn({ vault: vault.name, err }, 'a vault is looked at now and then'),
      });
      if (isStopped) return await unfollow();
      followed.set(vault.path, { vault, unfollow });
    } catch (err) {
      warn({ vault: vault.name, err }, 'a vault cannot be followed');
    }
  }

  return {
    async refresh() {
      const wanted = await list();
      for (const [path, { unfollow }] of followed) {
        if (wanted.some((vault) => vault.path === path)) continue;
        followed.delete(path);
        await unfollow();
      }
      for (const vault of wanted) {
        if (isStopped || followed.has(vault.path)) continue;
        await follow(vault);
        void bringUpToDate(vault);
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all([...followed.values()].map(({ unfollow }) => unfollow()));
      followed.clear();
    },
  };
}
