import { type KeyboardEvent, type RefObject, useRef } from 'react';

export interface CellKeys {
  box: RefObject<HTMLElement | null>;
  edit(): void;
  leave(): void;
  run(then: 'stay' | 'next' | 'insert' | 'following'): void;
  step(by: number): void;
  move(by: -1 | 1): void;
  /** 0 above, 1 below */
  add(offset: 0 | 1): void;
  remove(): void;
  restore(): void;
  chooseKind(): void;
}

/** Two presses of D within this time take a cell out. Milliseconds. */
const doubleMs = 600;

/** Keys as in Jupyter. On the cell itself they command it, by the place of the key, so that a Russian layout has the same; inside only the running ones and Esc. */
export function useCellKeys(keys: CellKeys): (event: KeyboardEvent) => void {
  const lastD = useRef(0);
  return (event) => {
    const isInside = event.target !== keys.box.current;
    const act =
      event.key === 'Enter' ? enter(event, keys, isInside) : other(event, keys, { isInside, lastD });
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function enter(event: KeyboardEvent, keys: CellKeys, isInside: boolean): (() => void) | undefined {
  const isCtrl = event.ctrlKey || event.metaKey;
  if (isCtrl && event.shiftKey) return () => keys.run('following');
  if (isCtrl) return () => keys.run('stay');
  if (event.shiftKey) return () => keys.run('next');
  if (event.altKey) return () => keys.run('insert');
  return isInside ? undefined : keys.edit;
}

function other(
  event: KeyboardEvent,
  keys: CellKeys,
  { isInside, lastD }: { isInside: boolean; lastD: RefObject<number> },
): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (isInside) return event.key === 'Escape' ? keys.leave : undefined;
  const acts: Partial<Record<string, () => void>> = {
    KeyJ: () => keys.step(1),
    ArrowDown: () => (event.altKey ? keys.move(1) : keys.step(1)),
    KeyK: () => keys.step(-1),
    ArrowUp: () => (event.altKey ? keys.move(-1) : keys.step(-1)),
    KeyA: () => keys.add(0),
    KeyB: () => keys.add(1),
    KeyZ: keys.restore,
    KeyM: keys.chooseKind,
    KeyD() {
      if (event.timeStamp - lastD.current < doubleMs) keys.remove();
      lastD.current = event.timeStamp;
    },
  };
  return acts[event.code];
}
