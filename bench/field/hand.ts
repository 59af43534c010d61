import type { Page } from 'playwright';

/** Frames while a hand pans and zooms. Milliseconds between two of them. */
export interface HandFrames {
  p95: number;
  longest: number;
}

const steps = 24;

/** Drags the middle of the page about and turns the wheel, in and out, for some seconds. */
export async function framesOfHand(page: Page): Promise<HandFrames> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const look = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Reflect.set(globalThis, 'handFrames', frames);
  });
  for (const [dx, dy] of [
    [180, 60],
    [-220, 40],
    [60, -160],
  ] as const) {
    await page.mouse.move(720, 420);
    await page.mouse.down();
    for (let step = 1; step <= steps; step += 1)
      await page.mouse.move(720 + (dx * step) / steps, 420 + (dy * step) / steps);
    await page.mouse.up();
    for (let step = 0; step < steps; step += 1) {
      await page.mouse.wheel(0, step < steps / 2 ? -120 : 120);
      await page.waitForTimeout(16);
    }
  }
  const frames = await page.evaluate(() => Reflect.get(globalThis, 'handFrames') as number[]);
  const sorted = frames.slice(2).sort((a, b) => a - b);
  return { p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, longest: sorted.at(-1) ?? 0 };
}

/** From the press of a key that moves the map to what it paints, as the browser tells it: the 95th of a hundred of forty presses, milliseconds. */
export async function pressMs(page: Page): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Reflect.set(globalThis, 'handSeen', seen);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.getByTestId('field-map').focus();
  for (const key of ['+', '+', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '-', '+', 'ArrowLeft', '-'])
    for (let again = 0; again < 4; again += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'handSeen') as number[]);
  // what is faster than the threshold is not told
  const sorted = seen.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 16;
}
