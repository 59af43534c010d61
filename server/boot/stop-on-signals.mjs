// @ts-check

/** A stop that takes longer is cut off; children then end by themselves, since their standard input closes. */
const longestStopMs = 3500;

/**
 * Ends everything in order, last begun first, on Ctrl-C, SIGTERM, a closed terminal, or when npm, which started us, is gone.
 * @param {{ say: () => void, release: () => void }} options
 */
export function stopOnSignals({ say, release }) {
  const aborter = new AbortController();
  /** @type {(() => Promise<void>)[]} */
  const parts = [];
  let isStopping = false;
  /** @param {number} status */
  async function now(status) {
    if (isStopping) return new Promise(() => undefined);
    isStopping = true;
    setTimeout(() => leave(status), longestStopMs);
    aborter.abort();
    for (const part of parts.reverse()) {
      try {
        await part();
      } catch {
        // What does not stop by itself ends with this process.
      }
    }
    return leave(status);
  }
  /** @param {number} status */
  function leave(status) {
    release();
    process.exit(status);
  }
  const onSignal = () => {
    say();
    void now(0);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, onSignal);
  // A closed terminal also breaks the pipes that we talk to: writing there must not throw.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  watchNpm(onSignal);
  return {
    signal: aborter.signal,
    now,
    /** @param {() => Promise<void>} part */
    add: (part) => void parts.push(part),
  };
}

/** npm killed with -9 leaves us to another parent. @param {() => void} onGone */
function watchNpm(onGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onGone(), 1000).unref();
}
