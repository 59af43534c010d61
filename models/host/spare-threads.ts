import os from 'node:os';
import type { Llama } from 'node-llama-cpp';

/** Between two looks at the machine. */
const periodMs = 400;
const longestMs = 4 * periodMs;

/** So much of a core may be busy with other things before it counts as taken. */
const tolerance = 0.4;

/** Whether to take all cores, whatever else wants them. */
export interface Pace {
  isHurried: boolean;
}

export interface SpareThreads {
  most: number;
  /** Cheap: to be called before each chunk, token or text. */
  adjust(): void;
  /** One thread stays free beside those of the work that begins, for a question that comes meanwhile. */
  leaveOne(): void;
}

/**
 * Fits the number of threads to the cores that nothing else uses. llama.cpp's threads wait for each other by spinning, so one that has to wait
 * for its core holds all of them up: on two cores with other work running, two threads write 0.7 tokens/s and one writes 11. `onStep` hears each look.
 */
export function createSpareThreads(llama: Llama, pace: Pace, onStep: () => void): SpareThreads {
  const most = os.availableParallelism();
  let last = look();
  llama.maxThreads = most;
  return {
    most,
    leaveOne() {
      llama.maxThreads = most + 1;
    },
    adjust() {
      onStep();
      const sinceMs = performance.now() - last.at;
      if (sinceMs < periodMs) return;
      const now = look();
      if (pace.isHurried || sinceMs > longestMs) {
        // What was going on while this process had nothing to do says little about now.
        last = now;
        llama.maxThreads = most;
        return;
      }
      const seconds = (now.at - last.at) / 1000;
      const others = Math.max(
        0,
        (now.busySeconds - last.busySeconds - (now.ownSeconds - last.ownSeconds)) / seconds,
      );
      const spare = most - (others * most) / os.cpus().length;
      llama.maxThreads = Math.min(most, Math.max(1, Math.floor(spare + tolerance)));
      last = now;
    },
  };
}

/** Processor time of the whole machine and of this process, at one moment. */
function look(): { at: number; busySeconds: number; ownSeconds: number } {
  let busyMs = 0;
  for (const { times } of os.cpus()) busyMs += times.user + times.nice + times.sys + times.irq;
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), busySeconds: busyMs / 1000, ownSeconds: (user + system) / 1e6 };
}
