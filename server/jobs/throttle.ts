/** Calls at most once in `everyMs`, the last call always; `drop` forgets a waiting one. */
export function throttle(call: () => void, everyMs: number): { (): void; drop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let lastMs = -Infinity;
  const fire = () => {
    timer = null;
    lastMs = performance.now();
    call();
  };
  const ask = () => {
    if (timer !== null) return;
    const waitMs = lastMs + everyMs - performance.now();
    if (waitMs <= 0) fire();
    else timer = setTimeout(fire, waitMs);
  };
  ask.drop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return ask;
}
