import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Browser, type Page } from 'playwright';
import { readKey } from '../../server/boot/keys.mjs';
import { remoteCaller } from '../../server/cli/field-caller.ts';
import { type BenchContext, median, type Peer, type Target, target } from '../result.ts';
import { startApp } from '../start/started-app.ts';
import { untilDone } from '../start/until-done.ts';
import { framesOfHand, type HandFrames, pressMs } from './hand.ts';
import { drawPlain } from './plain-cytoscape.ts';

const rounds = 3;
const viewport = { width: 1440, height: 900 };

interface OnThePage {
  folder: string;
  notes: number;
  /** for the first map, seconds */
  most: number;
}

/** The map of a folder in a real browser: how soon it is there, and how it moves under the hand, beside plain Cytoscape with a thousand nodes. */
export async function measureOnPage(
  { root, say }: BenchContext,
  { folder, notes, most }: OnThePage,
): Promise<{ targets: Target[]; peers: Peer[] }> {
  // first: without a browser there is nothing to start the app for
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const home = await mkdtemp(path.join(os.tmpdir(), 'scenefield-bench-'));
  const app = await startApp({
    root,
    home,
    env: { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: 'none' },
  });
  try {
    await app.stage('migrations');
    const key = readKey(home) ?? '';
    const field = remoteCaller({ address: app.address, key });
    await field.vaults.open({ path: folder, embed: false });
    await untilDone(field, ({ name }) => name === 'layout', { isWhole: true });
    await rested();
    say(`${notes} notes stand on the map`);
    const place = { address: app.address, key };
    const opened: number[] = [];
    for (let round = 0; round < rounds; round++) opened.push(await openMs(browser, place));
    const frames: HandFrames[] = [];
    const plain: HandFrames[] = [];
    // by turns, so that both meet the same machine
    for (let round = 0; round < rounds; round++) {
      frames.push(await onMap(browser, place, framesOfHand));
      plain.push(await framesOfPlain(browser));
    }
    const press = await onMap(browser, place, pressMs);
    const p95 = median(frames.map((hand) => hand.p95));
    const plainP95 = median(plain.map((hand) => hand.p95));
    const longest = Math.min(...frames.map((hand) => hand.longest));
    say(
      `first map ${opened.map(Math.round).join(' ')} ms; frames p95 ${p95.toFixed(0)} ms, plain ${plainP95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms; press ${press.toFixed(0)} ms`,
    );
    return {
      targets: [
        target(`first map of ${notes} notes`, median(opened) / 1000, ['s', '<=', most]),
        target(`frame under the hand, p95, ${notes} notes, to plain Cytoscape's`, p95 / plainP95, [
          '',
          '<=',
          0.4,
        ]),
        target(`longest frame under the hand, ${notes} notes`, longest, ['ms', '<=', 250]),
        target(`from a press to its paint, p95, ${notes} notes`, press, ['ms', '<=', 200]),
      ],
      peers: [
        { name: `frame under the hand, p95, ${notes} notes`, value: p95, unit: 'ms', ratio: p95 / plainP95 },
        { name: 'the same of plain Cytoscape, 1,000 nodes', value: plainP95, unit: 'ms', ratio: 1 },
      ],
    };
  } finally {
    await browser.close();
    await app.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** Until the machine rests from what a reading leaves to be done, three minutes at most: a map is walked on other days than the one its notes were read on. */
async function rested(): Promise<void> {
  const busyMs = () => os.cpus().reduce((sum, { times }) => sum + times.user + times.sys, 0);
  for (let look = 0; look < 36; look++) {
    const before = busyMs();
    await new Promise((resolve) => setTimeout(resolve, 5000));
    if ((busyMs() - before) / (5000 * os.cpus().length) < 0.1) return;
  }
}

interface AppPlace {
  address: string;
  key: string;
}

async function openField(browser: Browser, { address, key }: AppPlace) {
  const page = await browser.newPage({
    baseURL: address,
    viewport,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const began = performance.now();
  await page.goto('/field', { waitUntil: 'commit' });
  await page.locator('[data-testid="field-map"][data-ready="true"]').waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  return { page, ms: performance.now() - began };
}

async function openMs(browser: Browser, place: AppPlace): Promise<number> {
  const { page, ms } = await openField(browser, place);
  await page.close();
  return ms;
}

/** What `measure` finds on a map that has come to rest. */
async function onMap<T>(browser: Browser, place: AppPlace, measure: (page: Page) => Promise<T>): Promise<T> {
  const { page } = await openField(browser, place);
  await page.waitForTimeout(1500);
  const found = await measure(page);
  await page.close();
  return found;
}

async function framesOfPlain(browser: Browser): Promise<HandFrames> {
  const page = await browser.newPage({ viewport });
  await drawPlain(page, { nodes: 1000, edges: 3000 });
  const frames = await framesOfHand(page);
  await page.close();
  return frames;
}
