import type { Models } from '../../models/models.ts';
import type { RunningModels } from '../../models/supervise/create-models.ts';

/** The local models of this process; a retry or another choice in Settings puts new ones behind the same handle. */
export interface ModelsHandle extends Models, Pick<RunningModels, 'fetch'> {
  replace(): Promise<void>;
}

export function createModelsHandle(make: () => RunningModels): ModelsHandle {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let isPaused = false;
  let isHurried = false;
  let current = make();
  let unsubscribe = current.onChange(tell);
  return {
    embed: (texts, kind, options) => current.embed(texts, kind, options),
    generate: (input, options) => current.generate(input, options),
    judge: (input, options) => current.judge(input, options),
    countTokens: (role, text) => current.countTokens(role, text),
    presence: () => current.presence(),
    identity: (role) => current.identity(role),
    ready: (role, signal) => current.ready(role, signal),
    fetch: (role, signal) => current.fetch(role, signal),
    pause(paused) {
      isPaused = paused;
      current.pause(paused);
    },
    hurry(hurried) {
      isHurried = hurried;
      current.hurry(hurried);
    },
    giveWay: () => current.giveWay(),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => current.stop(),
    async replace() {
      const before = current;
      unsubscribe();
      current = make();
      if (isPaused) current.pause(true);
      if (isHurried) current.hurry(true);
      unsubscribe = current.onChange(tell);
      tell();
      await before.stop();
    },
  };
}
