import { folderStamp } from '../folder-stamp.ts';
import { walkVault } from '../walk-vault.ts';

export interface FollowOptions {
  /** `files`: absolute; null where it is not known which */
  onChange(files: readonly string[] | null): void;
  /** the folder cannot be watched by the system and is looked at now and then instead */
  onPolling(error: unknown): void;
  pollMs?: number;
}

/** A program that saves writes several times in a row: after the last of it so long, but after the first at most so long. Milliseconds. */
const quietMs = 150;
const longestMs = 2_000;
/** Walking a folder costs: seldom, where the system tells nothing (network folders, too many watches). */
const defaultPollMs = 30_000;

/** Tells when anything in a folder changed, in bursts; hidden files and folders say nothing. */
export async function followFolder(folder: string, options: FollowOptions): Promise<() => Promise<void>> {
  const burst = createBurst(options.onChange);
  try {
    const watcher = (await import('@parcel/watcher')).default;
    const hidden = ['**/.*', '**/.*/**'];
    const subscription = await watcher.subscribe(
      folder,
      (error, events) => {
        if (error !== null) burst.add(null);
        else if (events.length > 0) burst.add(events.map((event) => event.path));
      },
      { ignore: hidden },
    );
    return async () => {
      burst.stop();
      await subscription.unsubscribe();
    };
  } catch (error) {
    options.onPolling(error);
    return poll(folder, burst, options.pollMs ?? defaultPollMs);
  }
}

interface Burst {
  add(files: readonly string[] | null): void;
  stop(): void;
}

function createBurst(onEnd: FollowOptions['onChange']): Burst {
  let timer: NodeJS.Timeout | undefined;
  let since: number | null = null;
  let changed: Set<string> | null = new Set();
  const end = () => {
    const files = changed;
    since = null;
    changed = new Set();
    onEnd(files && [...files]);
  };
  return {
    add(files) {
      changed = files === null || changed === null ? null : new Set([...changed, ...files]);
      since ??= performance.now();
      clearTimeout(timer);
      timer = setTimeout(end, Math.max(0, Math.min(quietMs, since + longestMs - performance.now())));
    },
    stop: () => clearTimeout(timer),
  };
}

async function poll(folder: string, burst: Burst, everyMs: number): Promise<() => Promise<void>> {
  let seen = await signature(folder);
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const now = await signature(folder);
    looking = false;
    // A folder that is not there now (an unplugged disk) is no change: nothing was deleted.
    if (now === null || now === seen) return;
    seen = now;
    burst.add(null);
  };
  const timer = setInterval(() => void look(), everyMs);
  return () => {
    clearInterval(timer);
    burst.stop();
    return Promise.resolve();
  };
}

/** Null where the folder is not there. */
function signature(folder: string): Promise<string | null> {
  return walkVault(folder)
    .then(folderStamp)
    .catch(() => null);
}
