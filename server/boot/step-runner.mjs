// @ts-check
import { setUp, SetUpFailed } from './set-up.mjs';

/**
 * Set-up for a start: what fails is tried again when the person says so on the boot page, and what was done is not done twice.
 * @param {{ signal: AbortSignal, report: (progress: import('./set-up.mjs').Progress) => void, onFailed: () => void, untilRetry: () => Promise<void> }} options
 * @returns {(need: readonly import('./set-up.mjs').Need[]) => Promise<void>}
 */
export function stepRunner({ signal, report, onFailed, untilRetry }) {
  return async (need) => {
    for (;;) {
      try {
        return await setUp({ need, signal, report });
      } catch (error) {
        // A stop ends the process: nothing comes after this.
        if (signal.aborted) return new Promise(() => undefined);
        if (!(error instanceof SetUpFailed)) throw error;
        onFailed();
        await untilRetry();
      }
    }
  };
}
