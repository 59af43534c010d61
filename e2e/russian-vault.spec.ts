import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { pagesOf } from './pages.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';

/** The same hour over 173 notes of somebody else, read in Russian. They lie beside the project where it is worked on, and are no part of it. */
const vault = path.resolve(import.meta.dirname, '..', '..', 'shared', 'vaults', 'obsidian-help-ru');
const note = 'Просмотр сносок';

test.describe.configure({ mode: 'serial' });
test.use({ locale: 'ru-RU' });

let app: StartedApp;
let context: BrowserContext;
let page: Page;
let watched: Watched;
let places: ReturnType<typeof pagesOf>;
let folder: string;
let packFile: string;
let links: string[];
let draft: string;

test.beforeAll(async ({ browser }) => {
  test.skip(
    !existsSync(vault),
    'the Russian vault does not lie beside this clone (../shared/vaults/obsidian-help-ru)',
  );
  folder = await mkdtemp(path.join(tmpdir(), 'scenefield-pack-'));
  packFile = path.join(folder, 'around.yaml');
  app = await startApp({ folder: vault });
  context = await browser.newContext({ baseURL: app.address, acceptDownloads: true });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
  places = pagesOf(page, 'ru');
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('the vault is on the map, which is walked by keys', async () => {
  await places.enter(app.link);
  await places.seeMap();
  await places.map.focus();
  for (const key of ['+', '+', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/[?&]at=/);
  await page.keyboard.press('0');
});

test('a note opens with its text and links', async () => {
  await places.openScene(note);
  await expect(places.card.getByRole('list', { name: places.t('scene.linksTitle') })).toBeVisible();
});

test('links are proposed with both quotes lit; accept, undo and accept again by key', async () => {
  await places.proposeLinks();
  await places.seeQuotesLit();
  await places.acceptUndoAccept();
});

test('what joins the regions is decided from the gaps, and they say what that joined', async () => {
  await page.goto('/gaps');
  await expect(page.getByTestId('zones')).toBeVisible();
  // what a decision joined is told by what was wanting before it
  await expect(page.getByText(places.t('gaps.counting'))).toHaveCount(0, { timeout: 120_000 });
  await page.getByRole('button', { name: places.t('gaps.zones.decide') }).click();
  await expect(page).toHaveURL(/show=across/);
  await expect(page.getByTestId('effect')).toContainText('→');
  const sentence = await page.getByTestId('sentence').textContent();
  await page.keyboard.press('a');
  await expect(page.getByTestId('sentence').filter({ hasText: sentence ?? '' })).toHaveCount(0);
  const soFar = page.getByTestId('joined-so-far');
  await expect(soFar).toContainText('Разрывы');
  await soFar.click();
  await expect(page.getByTestId('decided')).toContainText(places.t('gaps.progress.title'));
  watched.expectQuiet();
});

test('a person says that a scene need not be written, and takes it back', async () => {
  await page.goto('/gaps');
  const called = page.getByTestId('zones').getByRole('button', { name: '«Панель сносок»' });
  await called.first().click();
  await page
    .getByTestId('gap-panel')
    .getByRole('button', { name: places.t('gaps.panel.settleScene') })
    .click();
  await expect(page.getByText(places.t('gaps.panel.saidSettled'))).toBeVisible();
  await expect(called).toHaveCount(0);
  const settled = page.getByTestId('settled-scenes');
  await settled.locator('summary').click();
  await settled.getByRole('button', { name: places.t('gaps.panel.unsettle') }).click();
  await expect(settled).toHaveCount(0);
  await expect(called.first()).toBeVisible();
});

test('a draft of a missing scene is read and accepted', async () => {
  await places.command(places.t('shell.commands.proposeScenes'));
  await places.review('scene');
  draft = await places.readAndAcceptDraft();
  await places.openScene(draft);
  links = await places.linksOnCard();
});

test('what is around it leaves as a pack', async () => {
  const scene = new URL(page.url()).searchParams.get('scene') ?? '';
  await page.goto(`/packs?tab=export&scene=${scene}`);
  await places.exportPack(packFile, 'scene');
  expect(await readFile(packFile, 'utf8')).toContain(draft);
  watched.expectQuiet();
});

test('an empty home takes the pack in and shows the same scenes and links', async ({ browser }) => {
  const second = await startApp();
  const other = await browser.newContext({ baseURL: second.address });
  try {
    const otherPage = await other.newPage();
    const otherWatched = await watchPage(otherPage, second.address);
    const there = pagesOf(otherPage, 'ru');
    await there.enter(second.link);
    await there.seeWelcome();
    await there.importPack(packFile);
    await there.openScene(draft);
    expect(await there.linksOnCard()).toEqual(links);
    otherWatched.expectQuiet();
  } finally {
    await other.close();
    await second.remove();
  }
});
