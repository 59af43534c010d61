import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { foreignWords, wordsOfNotes } from './foreign-words.ts';
import { pagesOf } from './pages.ts';
import { expectFits } from './phone-fit.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { sights } from './sights.ts';
import { type Watched, watchPage } from './watch-page.ts';
import type { Language } from './words.ts';

/** Every place in both themes and languages, on a desk and on a phone: within reach of everybody, whole, and of one language. */
test.describe.configure({ mode: 'serial' });

const kinds: readonly { language: Language; isPhone: boolean }[] = [
  { language: 'en', isPhone: false },
  { language: 'ru', isPhone: false },
  { language: 'en', isPhone: true },
  { language: 'ru', isPhone: true },
];
const themes = ['light', 'dark'] as const;
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let app: StartedApp;
let vault: string;
let ofNotes: ReadonlySet<string>;
let windows: Window[];
let sceneId: string;

type Window = Awaited<ReturnType<typeof openWindow>>;

test.beforeAll(async ({ browser }) => {
  // Russian notes only: no English word of the page can hide among theirs.
  vault = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-vault-')), 'Небо');
  await cp(path.join(import.meta.dirname, 'vault'), vault, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'en',
  });
  await writeFile(
    path.join(vault, 'Утрата.md'),
    'От [[Сатурн|Сатурна]] остался пустой кадр: ![[кадр.png]]\n',
  );
  ofNotes = await wordsOfNotes(vault);
  app = await startApp();
  windows = await openWindows(browser);
});

test.afterAll(async () => {
  for (const { context } of windows ?? []) await context.close();
  await app?.remove();
  await rm(path.dirname(vault), { recursive: true, force: true });
});

for (const [at, { language, isPhone }] of kinds.entries())
  test(`the first run, ${language}${isPhone ? ', on a phone' : ''}`, async () => {
    const window = windowAt(at);
    const { places, page } = window;
    await page.goto('/field');
    await places.seeWelcome();
    const starter = `${places.t('start.starter.act')}: `;
    await expect(page.getByRole('button', { name: starter }).first()).toBeVisible({ timeout: 90_000 });
    await look(window, 'the first run', new Set());
  });

test('a picture that the vault lacks is named in its place', async () => {
  const { places, page } = windowAt(0);
  await page.goto('/field?dialog=folder');
  await places.openFolder(vault);
  await places.openScene('Утрата');
  await expect(places.card.getByText(places.t('scene.image', { name: 'кадр.png' }))).toBeVisible();
  await places.openScene('Телескоп');
  sceneId = new URL(page.url()).searchParams.get('scene') ?? '';
});

test('how two scenes connect is asked by keyboard, told with its words, and in the address', async () => {
  const { places, page } = windowAt(0);
  const card = page.getByTestId('path-card');
  await page.goto(`/field?scene=${sceneId}`);
  await places.seeMap();
  await places.seeCard();
  await page.keyboard.press('p');
  await page.getByRole('combobox', { name: places.t('path.ask') }).fill('Роса');
  await expect(page.getByRole('option', { name: /^Роса/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: 'Телескоп', exact: true })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Роса', exact: true })).toBeVisible();
  expect(await card.locator('ol > li').count()).toBeGreaterThan(1);
  await expect(card.locator('q').first()).toBeVisible();
  await page.reload();
  await expect(card.getByRole('button', { name: 'Роса', exact: true })).toBeVisible();
  await card.getByRole('button', { name: places.t('shell.acts.close') }).click();
  await expect(card).toBeHidden();
});

test('what came in a period is told, and the map holds no more', async () => {
  const { places, page } = windowAt(0);
  await page.goto('/field');
  await places.seeMap();
  await page.getByRole('button', { name: places.t('changed.menu') }).click();
  await page.getByLabel(places.t('changed.to'), { exact: true }).fill('2026-03-31');
  await page.keyboard.press('Escape');
  const card = page.getByTestId('changed-card');
  await expect(card.getByRole('heading', { name: places.t('changed.cardUntil') })).toBeVisible();
  await places.openTable();
  await page.goto('/field?table=true&until=2026-03-31');
  await expect(places.table.getByRole('button', { name: '2026-03-14', exact: true })).toBeVisible();
  await expect(places.table.getByRole('button', { name: '2026-04-02', exact: true })).toBeHidden();
});

test('links are proposed and a notebook is begun', async () => {
  const { places, page } = windowAt(0);
  await places.proposeLinks();
  await page.goto('/notebook');
  await page
    .getByRole('button', { name: places.t('notebook.create') })
    .first()
    .click();
  const adders = page.getByRole('toolbar', { name: places.t('notebook.add.label') });
  for (const kind of ['prose', 'search', 'map'] as const)
    await adders.getByRole('button', { name: places.t(`notebook.add.${kind}`) }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
});

for (const [at, { language, isPhone }] of kinds.entries())
  test(`every place, ${language}${isPhone ? ', on a phone' : ''}`, async () => {
    const window = windowAt(at);
    for (const { name, address, see } of sights)
      await test.step(name, async () => {
        await window.page.goto(address(sceneId));
        await see(window.places, window.page);
        await look(window, name, ofNotes);
      });
    window.watched.expectQuiet();
  });

async function openWindows(browser: Browser): Promise<Window[]> {
  const first = await openWindow(browser, 0);
  await first.places.enter(app.link);
  // The link's key is good for one window; the others come with what it was exchanged for.
  const state = await first.context.storageState();
  const others = await Promise.all([1, 2, 3].map((at) => openWindow(browser, at, state)));
  return [first, ...others];
}

async function openWindow(
  browser: Browser,
  at: number,
  storageState?: Awaited<ReturnType<BrowserContext['storageState']>>,
) {
  const { language, isPhone } = kinds[at] ?? { language: 'en', isPhone: false };
  const context = await browser.newContext({
    baseURL: app.address,
    locale: language === 'ru' ? 'ru-RU' : 'en-US',
    viewport: isPhone ? phone : desk,
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: 'reduce',
    ...(storageState !== undefined && { storageState }),
  });
  const page: Page = await context.newPage();
  const watched: Watched = await watchPage(page, app.address);
  return { language, isPhone, context, page, watched, places: pagesOf(page, language) };
}

function windowAt(at: number): Window {
  const window = windows[at];
  if (window === undefined) throw new Error('no such window');
  return window;
}

/** What is found does not stop the walk. Roles, names and colours are the same in either language: one is asked. */
async function look({ page, language, isPhone }: Window, what: string, known: ReadonlySet<string>) {
  for (const theme of isPhone || language === 'en' ? themes : []) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    if (isPhone) await expectFits(page, `${what}, ${theme}`);
    else await expectAccessible(page, `${what}, ${theme}`, theme === 'light' ? 'all' : 'contrast');
  }
  const foreign = await foreignWords(page, language, known);
  expect.soft(foreign, `words of the other language: ${what}`).toEqual([]);
}
