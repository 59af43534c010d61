import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { pagesOf } from './pages.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';
import { wordsOf } from './words.ts';

/** A person asks their notes in Russian, by keys as well as by mouse; each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

const t = wordsOf('ru');
const question = 'Что делать, если на оптике появляется роса?';

let app: StartedApp;
let context: BrowserContext;
let page: Page;
let watched: Watched;
let vault: string;

test.beforeAll(async ({ browser }) => {
  vault = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-talk-')), 'Небо');
  await cp(path.join(import.meta.dirname, 'vault'), vault, { recursive: true });
  app = await startApp();
  context = await browser.newContext({ baseURL: app.address, locale: 'ru-RU' });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  await rm(path.dirname(vault), { recursive: true, force: true });
});

const turns = () => page.locator('[data-turn]');
const box = () => page.getByRole('textbox', { name: t('conversation.label') }).last();

test('a question in Russian is answered in Russian, with numbered sources', async () => {
  const places = pagesOf(page, 'ru');
  await places.enter(app.link);
  await places.seeWelcome();
  await places.openFolder(vault);
  await places.seeMap();
  await page.goto('/notebook');
  await page
    .getByRole('button', { name: t('notebook.create') })
    .first()
    .click();
  await page
    .getByRole('toolbar', { name: t('notebook.add.label') })
    .getByRole('button', { name: t('notebook.add.conversation') })
    .click();
  await box().fill(question);
  await page.keyboard.press('Enter');
  await expect(turns().first()).toHaveAttribute('data-state', 'whole', { timeout: 200_000 });
  await expect(
    turns()
      .first()
      .getByRole('button', { name: /^Источник 1: / }),
  ).toBeVisible();
});

test('a source opens its note beside, with the cited words lit', async () => {
  await turns().first().focus();
  await page.keyboard.press('1');
  const card = page.getByRole('complementary', { name: t('scene.label') });
  await expect(card.locator('mark').first()).toBeVisible();
});

test('what the notes do not say is said so', async () => {
  await box().fill('Сколько стоит билет на поезд до Владивостока?');
  await page.keyboard.press('Enter');
  await expect(turns().nth(1)).toHaveAttribute('data-state', 'declined', { timeout: 60_000 });
  await expect(turns().nth(1).getByText(t('conversation.declined'))).toBeVisible();
});

test('an answer becomes a scene by keys', async () => {
  await turns().first().focus();
  await page.keyboard.press('m');
  await page.getByRole('textbox', { name: t('conversation.sceneTitle') }).fill('Роса и обогрев');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('conversation.openScene'), exact: true }).click();
  const card = page.getByRole('complementary', { name: t('scene.label') });
  await expect(card.getByRole('heading', { name: 'Роса и обогрев' }).first()).toBeVisible();
});

test('a question asked otherwise is a branch, and the first one stays', async () => {
  await turns().nth(1).focus();
  await page.keyboard.press('e');
  await page
    .getByRole('textbox', { name: t('conversation.label') })
    .first()
    .fill('Что такое сиинг?');
  await page.keyboard.press('Enter');
  await expect(turns().nth(1)).toHaveAttribute('data-state', 'whole', { timeout: 200_000 });
  await expect(turns().nth(1).getByText('Ветка 2 из 2')).toBeVisible();
});

test('after a restart everything is there', async () => {
  // what was chosen is kept a moment after
  await page.waitForTimeout(2_000);
  await page.reload();
  await expect(turns()).toHaveCount(2);
  await expect(turns().first().getByRole('heading', { name: question })).toBeVisible();
  await expect(turns().nth(1).getByRole('heading', { name: 'Что такое сиинг?' })).toBeVisible();
  watched.expectQuiet();
});
