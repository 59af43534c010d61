import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { pagesOf } from './pages.ts';
import { expectFits } from './phone-fit.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';
import { wordsOf } from './words.ts';

/** A notebook by keyboard, in two windows and as a file, over one field. */
test.describe.configure({ mode: 'serial' });

let app: StartedApp;
let context: BrowserContext;
let page: Page;
let watched: Watched;
let places: ReturnType<typeof pagesOf>;
let folder: string;

test.beforeAll(async ({ browser }) => {
  folder = await mkdtemp(path.join(tmpdir(), 'scenefield-vault-'));
  const vault = path.join(folder, 'Sky notes');
  await cp(path.join(import.meta.dirname, 'vault'), vault, { recursive: true });
  app = await startApp();
  context = await browser.newContext({ baseURL: app.address, acceptDownloads: true });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
  places = pagesOf(page);
  await places.enter(app.link);
  await places.seeWelcome();
  await page.goto('/field?dialog=folder');
  await places.openFolder(vault);
  await places.openTable();
  await expect(await places.findInTable('Монтировка')).toBeVisible();
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  await rm(folder, { recursive: true, force: true });
});

const cells = (of: Page = page) => of.locator('[data-cell]');
const cell = (index: number): Locator => cells().nth(index);
const t = wordsOf('en');

test('a shipped notebook has not run until it is told to, then runs on this field', async () => {
  await page.goto('/notebook');
  await page.getByRole('button', { name: /^Where is it not joined up/ }).click();
  await expect(cells().first()).toBeVisible();
  const states = () => cells().evaluateAll((all) => all.map((one) => one.getAttribute('data-state')));
  expect((await states()).filter((state) => state === 'fresh' || state === 'notRun')).toHaveLength(
    await cells().count(),
  );
  await expect(page.getByTestId('decided')).toHaveCount(0);
  await page.getByRole('button', { name: t('notebook.runAll') }).click();
  await expect
    .poll(async () => (await states()).filter((state) => state !== 'fresh'), { timeout: 90_000 })
    .toEqual([]);
  await expect(page.getByRole('button', { name: 'Одинокая мысль' }).first()).toBeVisible();
});

test('by keyboard: cells are written, named, used by each other, and what follows from a change is stale', async () => {
  await page.getByRole('button', { name: t('notebook.create'), exact: true }).click();
  await expect(page.getByText(t('notebook.emptyCells'))).toBeVisible();
  await page
    .getByRole('toolbar', { name: t('notebook.add.label') })
    .getByRole('button')
    .first()
    .click();
  await cell(0).getByRole('textbox').fill('');
  await page.keyboard.type('From [[Телес');
  await expect(page.getByRole('option', { name: /Телескоп/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' on.');
  await page.keyboard.press('Escape');
  await expect(cell(0).getByRole('button', { name: 'Телескоп' })).toBeVisible();

  await page.keyboard.press('b');
  await expect(cells()).toHaveCount(2);
  await becomes('Cypher');
  await page.keyboard.press('Enter');
  await page.keyboard.type(
    'MATCH (s:Scene)-[:LINKS_TO]->(t:Scene)\nRETURN t AS scene, count(*) AS links\nORDER BY links DESC LIMIT 5',
  );
  await cell(1)
    .getByRole('textbox', { name: t('notebook.name.label') })
    .fill('main');
  await page.keyboard.press('Alt+Enter');
  await expect(cells()).toHaveCount(3);
  await expect(cell(1)).toHaveAttribute('data-state', 'fresh');
  await becomes('Chart');
  await page.keyboard.press('Enter');
  await page.keyboard.type('$main');
  await page.keyboard.press('Control+Enter');
  await expect(cell(2).getByRole('img')).toBeVisible();
  await cell(2).getByText(t('notebook.chart.numbers')).click();
  await expect(cell(2).getByRole('table')).toBeVisible();

  await cell(1)
    .getByRole('textbox', { name: t('notebook.cypher.label') })
    .fill('MATCH (s:Scene) RETURN s AS scene, 1 AS links LIMIT 3');
  await expect(cell(2)).toHaveAttribute('data-state', 'stale');
  await expect(cell(2).getByText(t('notebook.staleBy.used'))).toBeVisible();
  await cell(1).focus();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(cell(2)).toHaveAttribute('data-state', 'fresh');
});

test('a cell moves, goes and comes back by keys', async () => {
  await cell(2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(cell(1)).toHaveAttribute('data-kind', 'chart');
  await cell(1).focus();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(cells()).toHaveCount(2);
  await page.keyboard.press('z');
  await expect(cells()).toHaveCount(3);
  await expect(cell(1)).toHaveAttribute('data-state', 'fresh');
});

test('Cypher that does more than read is refused in words, and a cell that names itself says so', async () => {
  const source = cell(2).getByRole('textbox', { name: t('notebook.cypher.label') });
  for (const [text, code] of [
    ['CREATE (:Scene {id: "x"})', 'cypher_writes'],
    ['LOAD CSV FROM "file:///etc/hostname" AS line RETURN line', 'cypher_load_csv'],
    ['SHOW PROCEDURES', 'cypher_shows'],
    ['CALL dbms.components()', 'cypher_procedure'],
    ['UNWIND $main AS x RETURN x', 'circle'],
  ] as const) {
    await source.fill(text);
    await page.keyboard.press('Control+Enter');
    await expect(cell(2).locator(`[data-problem="${code}"]`)).toBeVisible();
  }
  await source.fill('UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x');
  await page.keyboard.press('Control+Enter');
  await expect(cell(2)).toHaveAttribute('data-state', 'running');
  await page.getByRole('button', { name: t('notebook.stop') }).click();
  await expect(cell(2).locator('[data-problem="stopped"]')).toBeVisible();
});

test('two windows see each other’s edits, and none is lost', async () => {
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(cells(other)).toHaveCount(3);
  await writes(page, 'First window.');
  await expect(cells(other).first()).toContainText('First window.');
  await Promise.all([writes(page, 'Written here.'), writes(other, 'Written there.')]);
  await expect(page.getByText('Written here.')).toBeVisible();
  await expect(page.getByText('Written there.')).toBeVisible();
  await expect(other.getByText('Written here.')).toBeVisible();
  await other.close();
});

test('the notebook leaves as a file; read in again, the difference is shown first and nothing runs', async () => {
  const file = path.join(folder, 'notebook.md');
  const before = await cells().count();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('notebook.file.save') }).click(),
  ]);
  await download.saveAs(file);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('```scenefield chart from=$main');
  await writeFile(file, `${text}\nBy *hand*.\n\n\`\`\`scenefield map\n\`\`\`\n`);
  await reads(file);
  await expect(page.getByTestId('file-difference')).toContainText('+ By *hand*.');
  await page.getByRole('button', { name: t('notebook.file.into') }).click();
  await expect(cells()).toHaveCount(before + 2);
  await expect(cells().last()).toHaveAttribute('data-state', 'notRun');

  await writeFile(file, text.replace('scenefield chart', 'scenefield chrt'));
  await reads(file);
  await expect(page.getByTestId('file-problems')).toContainText('chrt');
  await page.keyboard.press('Escape');
  await expect(cells()).toHaveCount(before + 2);
});

test('the map cell is a live window', async () => {
  await cells().last().focus();
  await page.keyboard.press('Control+Enter');
  await cells()
    .last()
    .getByRole('button', { name: t('notebook.map.live') })
    .click();
  await expect(page.getByTestId('live-map')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
});

test('everything is within reach, in both themes and on a phone', async () => {
  await expectAccessible(page, 'the notebook', 'all');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the notebook, dark', 'contrast');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page, 'the notebook');
  watched.expectQuiet();
});

/** M, then the kind by its name. */
async function becomes(kind: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: kind, exact: true }).press('Enter');
  await expect(page.getByRole('article', { name: new RegExp(`^${kind}`) }).last()).toBeFocused();
}

/** Replaces the text of the first cell, and rests. */
async function writes(on: Page, text: string): Promise<void> {
  await cells(on).first().focus();
  await on.keyboard.press('Enter');
  await cells(on).first().getByRole('textbox').fill(text);
  await on.keyboard.press('Escape');
}

async function reads(file: string): Promise<void> {
  await page.locator('article').first().waitFor();
  await page.locator('[role=toolbar] input[type=file]').setInputFiles(file);
}
