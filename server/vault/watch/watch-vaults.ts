import { followFolder } from './follow-folder.ts';

export interface WatchedVault {
  name: string;
  /** of its folder */
  path: string;
}

export interface WatchOptions {
  list(): Promise<readonly WatchedVault[]>;
  /** Brings the graph up to date with a vault; resolves when it is, or (false) could not be. `files`: all that may have changed; null where that is not known. */
  read(vault: WatchedVault, files: readonly string[] | null): Promise<boolean>;
  warn(values: { vault: string; err: unknown }, event: string): void;
}

export interface VaultWatch {
  /** Follows the vaults that there are now: to be called when one came or went. One that is newly followed is read: it may have changed meanwhile. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** Files to be read; null: any of the folder. */
type Due = readonly string[] | null | 'nothing';

const wholeAgainMs = 10 * 60_000;

interface Followed {
  vault: WatchedVault;
  wholeSoon: NodeJS.Timeout | null;
  /** a reading failed: which files it would have found is not known any more */
  isBehind: boolean;
  unfollow(): Promise<void>;
}

/** Keeps the graph at what the folders say. A change that comes while its vault is being read leads to one more reading. */
export function watchVaults({ list, read, warn }: WatchOptions): VaultWatch {
  const followed = new Map<string, Followed>();
  const readings = new Map<string, { due: Due }>();
  let isStopped = false;

  async function bringUpToDate(vault: WatchedVault, files: Due): Promise<void> {
    const running = readings.get(vault.path);
    if (running !== undefined) {
      running.due = together(running.due, files);
      return;
    }
    const reading = { due: files };
    readings.set(vault.path, reading);
    try {
      for (
        let known = followed.get(vault.path);
        known !== undefined && reading.due !== 'nothing';
        known = followed.get(vault.path)
      ) {
        const due = known.isBehind ? null : reading.due;
        reading.due = 'nothing';
        known.isBehind = true;
        known.isBehind = !(await read(vault, due));
        if (due !== null) lookAtAllSoon(vault);
      }
    } catch (err) {
      warn({ vault: vault.name, err }, 'a vault could not be read again');
    } finally {
      readings.delete(vault.path);
    }
  }

  /** The system may lose word of a change among many: now and then the whole folder is looked at. */
  function lookAtAllSoon(vault: WatchedVault): void {
    const known = followed.get(vault.path);
    if (known === undefined || known.wholeSoon !== null) return;
    known.wholeSoon = setTimeout(() => {
      known.wholeSoon = null;
      void bringUpToDate(vault, null);
    }, wholeAgainMs);
    known.wholeSoon.unref();
  }

  async function follow(vault: WatchedVault): Promise<void> {
    try {
      const unfollow = await followFolder(vault.path, {
        onChange: (files) => void bringUpToDate(vault, files),
        onPolling: (err) => warn({ vault: vault.name, err }, 'a vault is looked at now and then'),
      });
      if (isStopped) return await unfollow();
      followed.set(vault.path, { vault, unfollow, wholeSoon: null, isBehind: false });
    } catch (err) {
      warn({ vault: vault.name, err }, 'a vault cannot be followed');
    }
  }

  return {
    async refresh() {
      const wanted = await list();
      for (const [path, { unfollow, wholeSoon }] of followed) {
        if (wanted.some((vault) => vault.path === path)) continue;
        followed.delete(path);
        clearTimeout(wholeSoon ?? undefined);
        await unfollow();
      }
      for (const vault of wanted) {
        if (isStopped || followed.has(vault.path)) continue;
        await follow(vault);
        void bringUpToDate(vault, null);
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all(
        [...followed.values()].map(({ unfollow, wholeSoon }) => {
          clearTimeout(wholeSoon ?? undefined);
          return unfollow();
        }),
      );
      followed.clear();
    },
  };
}

function together(a: Due, b: Due): Due {
  if (a === 'nothing') return b;
  if (b === 'nothing') return a;
  return a === null || b === null ? null : [...new Set([...a, ...b])];
}
