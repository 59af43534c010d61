import type { Priority } from '../../../models/models.ts';

export interface Claim {
  /** aborts when a person takes the scene over */
  takenOver: AbortSignal;
  release(): void;
}

export interface DraftsInHand {
  /** Resolves once nobody else writes this scene: a person takes it over, other work leaves it (null). */
  claim(sceneId: string, priority: Priority): Promise<Claim | null>;
}

/** A scene is drafted by one at a time. What the other had written by then is stored, so that whoever takes over goes on from there. */
export function createDraftsInHand(): DraftsInHand {
  const held = new Map<string, { control: AbortController; ended: Promise<void> }>();
  return {
    async claim(sceneId, priority) {
      for (let other = held.get(sceneId); other !== undefined; other = held.get(sceneId)) {
        if (priority !== 'person') return null;
        other.control.abort();
        await other.ended;
      }
      const control = new AbortController();
      const { promise: ended, resolve } = createEnd();
      held.set(sceneId, { control, ended });
      return {
        takenOver: control.signal,
        release() {
          held.delete(sceneId);
          resolve();
        },
      };
    },
  };
}

function createEnd(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
