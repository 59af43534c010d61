import type { Models } from '../../models/models.ts';

/** Between two goes. */
const pauseMs = 20_000;
/** These may pass by themselves: the server is not started yet, or has too much to do. */
const passing = new Set(['endpoint_unreachable', 'endpoint_busy', 'endpoint_stalled']);

/** Tries `again` from time to time as long as an endpoint does not answer. Ends with the signal. */
export function recoverEndpoints(models: Models, again: () => Promise<void>, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | null = null;
  const isWaiting = () =>
    models.presence().some(({ state }) => state.state === 'failed' && passing.has(state.code));
  const look = () => {
    if (timer !== null || signal.aborted || !isWaiting()) return;
    timer = setTimeout(() => {
      if (!isWaiting()) {
        timer = null;
        return;
      }
      void again()
        .catch(() => undefined)
        .finally(() => {
          timer = null;
          look();
        });
    }, pauseMs).unref();
  };
  const forget = models.onChange(look);
  signal.addEventListener('abort', () => {
    forget();
    if (timer !== null) clearTimeout(timer);
  });
}
