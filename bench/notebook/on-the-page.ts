import process from 'node:process';
import { chromium, type Page } from 'playwright';
import { median } from '../result.ts';

const rounds = 5;
const typed = 'Пишу мысль дальше, слово за словом. ';

export interface PageFigures {
  /** from the press in the list to all of its cells painted, milliseconds */
  openMs: number;
  /** the 98th of a hundred keystrokes in a cell of text, from the press to what it paints, milliseconds */
  inpMs: number;
}

/** Opens a notebook of `cells` cells from the list, in a real browser, and types in one of text. */
export async function measureOnPage(
  { address, key }: { address: string; key: string },
  { title, other, cells }: { title: string; other: string; cells: number },
): Promise<PageFigures> {
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    const page = await browser.newPage({
      baseURL: address,
      viewport: { width: 1440, height: 900 },
      extraHTTPHeaders: { authorization: `Bearer ${key}` },
    });
    await page.goto('/notebook');
    const opened: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await choose(page, other, 1);
      await page.waitForURL(/notebook=/u);
      // as if it had never been opened in this window
      await page.reload();
      await page.locator('[data-cell]').first().waitFor();
      opened.push(await choose(page, title, cells));
    }
    return { openMs: median(opened), inpMs: await typingMs(page) };
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the press to the frame in which all cells stand. */
async function choose(page: Page, title: string, cells: number): Promise<number> {
  const item = page.getByRole('navigation').getByRole('button', { name: title }).first();
  await item.waitFor();
  return item.evaluate(
    (button, count) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = () => {
          if (document.querySelectorAll('[data-cell]').length === count)
            requestAnimationFrame(() => resolve(performance.now() - began));
          else requestAnimationFrame(look);
        };
        if (button instanceof HTMLElement) button.click();
        look();
      }),
    cells,
  );
}

async function typingMs(page: Page): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Reflect.set(globalThis, 'seen', seen);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name.startsWith('key')) seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.locator('[data-cell][data-kind="prose"]').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-cell] textarea').first().waitFor();
  await page.keyboard.type(typed.repeat(3).slice(0, 100), { delay: 60 });
  await page.waitForTimeout(1500);
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen') as number[]);
  // what is faster than the threshold is not told, and is not among the slowest
  return seen.toSorted((a, b) => b - a)[1] ?? 16;
}
