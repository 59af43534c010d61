import os from 'node:os';

/** Behind the page and the server, yet not starved by everything else on the machine (Unix nice value; Windows takes it as below normal). */
const behind = 5;

/** Lets the page go before. A process that was itself started to give way may be forbidden to change that, and need not. */
export function giveWay(): void {
  try {
    if (os.getPriority() < behind) os.setPriority(behind);
  } catch {
    // it works as it is
  }
}
