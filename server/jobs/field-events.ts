import type { FieldEvent, FieldEvents } from './jobs.ts';

/** Fans events out to every open stream. What a slow consumer has not taken yet is replaced by the newer event of the same type and id. */
export function createFieldEvents(): FieldEvents {
  const streams = new Set<(event: FieldEvent) => void>();
  return {
    publish(event) {
      for (const push of streams) push(event);
    },
    subscribe(signal) {
      return streamOf(streams, signal);
    },
  };
}

function streamOf(streams: Set<(event: FieldEvent) => void>, signal: AbortSignal): AsyncIterable<FieldEvent> {
  const pending = new Map<string, FieldEvent>();
  let wake = () => {};
  const push = (event: FieldEvent) => {
    const key = keyOf(event);
    // Deleted first, so that an event stands where the newest word about its thing belongs.
    pending.delete(key);
    pending.set(key, event);
    wake();
  };
  const end = () => {
    streams.delete(push);
    wake();
  };
  // From the call on, not from the first read: nothing is missed in between.
  if (!signal.aborted) streams.add(push);
  signal.addEventListener('abort', end, { once: true });
  return {
    async *[Symbol.asyncIterator]() {
      try {
        while (!signal.aborted) {
          for (const [key, event] of pending) {
            pending.delete(key);
            yield event;
          }
          if (pending.size === 0 && !signal.aborted) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
      } finally {
        signal.removeEventListener('abort', end);
        streams.delete(push);
      }
    },
  };
}

function keyOf(event: FieldEvent): string {
  if (event.type === 'job') return `job ${event.job.id}`;
  return event.type === 'notebook' ? `notebook ${event.id}` : event.type;
}
