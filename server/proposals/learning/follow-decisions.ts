import type { Logger } from 'pino';
import type { FieldEvents } from '../../jobs/jobs.ts';
import type { ProposalDeps } from '../deps.ts';
import { reorderLinks } from '../queue/reorder-links.ts';

/** Learns after every change: the queue is in its new order a moment later. What comes meanwhile is taken together. Ends when the signal aborts. */
export async function followDecisions(
  deps: ProposalDeps & { events: FieldEvents; log: Pick<Logger, 'warn'> },
  signal: AbortSignal,
): Promise<void> {
  for await (const event of deps.events.subscribe(signal)) {
    if (event.type !== 'change') continue;
    // The queue stays as it is; the next change tries again.
    await reorderLinks(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'the queue was not ordered anew'),
    );
  }
}
