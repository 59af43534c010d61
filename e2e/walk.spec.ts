import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { pagesOf } from './pages.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';

/** One person's first hour, step by step over one field: each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let app: StartedApp;
let context: BrowserContext;
let page: Page;
let watched: Watched;
let places: ReturnType<typeof pagesOf>;
let vault: string;
let packFile: string;

test.beforeAll(async ({ browser }) => {
  vault = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-vault-')), 'Sky notes');
  await cp(path.join(import.meta.dirname, 'vault'), vault, { recursive: true });
  app = await startApp();
  context = await browser.newContext({ baseURL: app.address, acceptDownloads: true });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
  places = pagesOf(page);
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  await rm(path.dirname(vault), { recursive: true, force: true });
});

test('the first run offers a folder and the starter field, and the starter explains the field by being one', async () => {
  await places.enter(app.link);
  await places.seeWelcome();
  await page
    .getByRole('button', { name: /^Open: / })
    .first()
    .click({ timeout: 90_000 });
  await places.seeMap();
  await places.openTable();
  await expect(places.table.getByRole('row')).toHaveCount(8);
});

test('a folder of notes becomes a field beside it', async () => {
  await page.goto('/field?dialog=folder');
  await places.openFolder(vault);
  await places.openTable();
  await expect(await places.findInTable('Монтировка')).toBeVisible();
});

test('a scene opens in full, with its links and who says them', async () => {
  await (await places.findInTable('Телескоп')).click();
  await expect(places.card.getByRole('heading', { name: 'Телескоп' }).first()).toBeVisible();
  await expect(places.card.getByText('Рефрактор с апертурой 120 мм')).toBeVisible();
  await expect(places.card.getByText('Сиинг').first()).toBeVisible();
  await page.reload();
  await expect(places.card.getByRole('heading', { name: 'Телескоп' }).first()).toBeVisible();
});

test('search finds any word form and lights it', async () => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('телескопами');
  await expect(page.getByRole('option', { name: /Телескоп/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('links are proposed with both quotes lit; accept, undo and accept again by key', async () => {
  await places.proposeLinks();
  await places.seeQuotesLit();
  await places.acceptUndoAccept();
});

test('a rejected proposal asks why and does not come back', async () => {
  await page.keyboard.press('r');
  await page.getByRole('menuitem', { name: 'too obvious' }).click();
  const notice = places.notice(/^Rejected: /);
  await expect(notice).toBeVisible();
  const pair = (await notice.innerText()).replace('Rejected: ', '').trim();
  const { queue } = places;
  await expect(queue.getByText(pair, { exact: true })).toHaveCount(0);
  await page.reload();
  await expect(queue.getByRole('button').first()).toBeVisible();
  await expect(queue.getByText(pair, { exact: true })).toHaveCount(0);
});

test('a missing scene is drafted with its sources and becomes a scene when accepted', async () => {
  await places.command('Draft the missing scenes');
  await places.review('scene');
  await places.readAndAcceptDraft();
});

test('the gaps name what is called for and missing, and what nothing touches', async () => {
  await page.goto('/gaps');
  await expect(page.getByText('Одинокая мысль').first()).toBeVisible({ timeout: 60_000 });
});

test('a notebook keeps a search cell, runs it by key and still has it after a reload', async () => {
  await page.goto('/notebook');
  await page.getByRole('button', { name: 'New notebook' }).first().click();
  await page.getByRole('toolbar', { name: 'Add a cell' }).getByRole('button', { name: 'Search' }).click();
  const cell = page.getByRole('article', { name: 'Search, cell 1 of 1' });
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'What to look for' }).fill('туманность');
  await page.keyboard.press('Control+Enter');
  await expect(cell.getByText('Туманность Ориона').first()).toBeVisible();
  await page.reload();
  await expect(cell.getByText('Туманность Ориона').first()).toBeVisible();
});

test('the whole field leaves as a pack', async () => {
  packFile = path.join(path.dirname(vault), 'field.yaml');
  await page.goto('/packs?tab=export');
  await places.exportPack(packFile, 'all');
  expect(await readFile(packFile, 'utf8')).toContain('Монтировка');
});

test('on the whole way nothing was blocked, nothing left the machine, nothing threw', () => {
  watched.expectQuiet();
});

test('an empty home takes the pack in and shows the same', async ({ browser }) => {
  const second = await startApp();
  const other = await browser.newContext({ baseURL: second.address });
  try {
    const otherPage = await other.newPage();
    const otherWatched = await watchPage(otherPage, second.address);
    const there = pagesOf(otherPage);
    await there.enter(second.link);
    await there.seeWelcome();
    await there.importPack(packFile);
    await there.openScene('Телескоп');
    await expect(there.card.getByText('Рефрактор с апертурой 120 мм')).toBeVisible();
    otherWatched.expectQuiet();
  } finally {
    await other.close();
    await second.remove();
  }
});
