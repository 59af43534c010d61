import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect as playwrightExpect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { pagesOf } from './pages.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';
import { likeMessage } from './words.ts';

/** A field is edited by hand, by keyboard alone but where the hand itself is meant; each step stands on the one before. */
test.describe.configure({ mode: 'serial', timeout: 600_000 });
/** A first act plans its statements, which on a busy machine takes its time. */
const expect = playwrightExpect.configure({ timeout: 60_000 });

let app: StartedApp;
let context: BrowserContext;
let page: Page;
let watched: Watched;
let places: ReturnType<typeof pagesOf>;
let vault: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  vault = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-vault-')), 'Sky notes');
  await cp(path.join(import.meta.dirname, 'vault', 'en'), vault, { recursive: true });
  app = await startApp({ folder: vault });
  context = await browser.newContext({ baseURL: app.address, reducedMotion: 'reduce' });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
  places = pagesOf(page);
  await places.enter(app.link);
  // While the folder is read there is no table yet.
  await expect(async () => {
    await page.goto('/field?table=true');
    await expect(places.table).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: 300_000 });
  await places.findInTable('Telescope');
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  await rm(path.dirname(vault), { recursive: true, force: true });
});

const dialog = () => page.getByRole('dialog');
const said = (key: Parameters<typeof places.t.raw>[0]) =>
  page.getByText(likeMessage(places.t.raw(key))).last();

async function pick(words: string, title: RegExp) {
  await dialog().getByRole('combobox').fill(words);
  await expect(dialog().getByRole('option', { name: title }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Opens the menu of the scene whose row is in the table, and chooses by keyboard. */
async function act(title: string, words: string) {
  await places.openTable();
  await (await places.findInTable(title)).focus();
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: words });
  await expect(item).toBeVisible();
  await item.focus();
  await page.keyboard.press('Enter');
}

test('a link is drawn by keyboard, with its kind, its words and a reason, and taken away again', async () => {
  await places.openScene('Telescope');
  await page.keyboard.press('l');
  await pick('Seeing', /^Seeing/);
  const kind = dialog().getByRole('radio', { name: places.t('review.relation.requires') });
  await expect(dialog().getByRole('radio').first()).toBeFocused();
  for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowDown');
  await expect(kind).toBeChecked();
  await expectAccessible(page, 'a link to be drawn', 'all');
  await dialog().getByRole('textbox').fill('no steady air, no sharp star');
  await dialog()
    .getByRole('button', { name: places.t('edit.link.save') })
    .press('Enter');
  await expect(said('edit.said.linked')).toBeVisible();
  await expect(places.card.getByText('no steady air, no sharp star')).toBeVisible();
  expect((await places.linksOnCard()).join('\n')).toContain('requires Seeing');
  const remove = places.card.getByRole('button', {
    name: places.t('edit.acts.removeLink', { title: 'Seeing' }),
  });
  await remove.press('Enter');
  await expect(said('edit.said.unlinked')).toBeVisible();
  await expect(remove).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(remove).toBeVisible();
});

test('a link to what is linked so already is refused in words', async () => {
  await page.keyboard.press('l');
  await pick('Seeing', /^Seeing/);
  await dialog()
    .getByRole('radio', { name: places.t('review.relation.requires') })
    .check();
  await dialog()
    .getByRole('button', { name: places.t('edit.link.save') })
    .press('Enter');
  await expect(
    page.getByText(places.t('errors.link_exists.what', { from: 'Telescope', to: 'Seeing' })).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a new scene is written in place, [[ offers scenes, and its links stand in the field', async () => {
  await page.goto('/field');
  await places.seeMap();
  await page.keyboard.press('n');
  await dialog()
    .getByRole('textbox', { name: places.t('edit.scene.title') })
    .fill('Cold <b>nights</b>');
  const body = dialog().getByRole('textbox', { name: places.t('edit.scene.body') });
  await body.focus();
  await page.keyboard.type('Air is steady. See [[Tel');
  await expect(
    dialog()
      .getByRole('option', { name: /^Telescope/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue('Air is steady. See [[Telescope]]');
  await page.keyboard.type(' and [[Dew heater]].');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(
    page
      .getByText(places.t('edit.said.called', { title: 'Cold <b>nights</b>', names: 'Dew heater' }))
      .first(),
  ).toBeVisible();
  await expect(places.card.getByRole('heading', { name: 'Cold <b>nights</b>' })).toBeVisible();
  expect((await places.linksOnCard()).join('\n')).toMatch(/Dew heater[\s\S]*Telescope/);
});

test('another window sees it at once, and two windows never write over each other', async () => {
  const other = await context.newPage();
  const there = pagesOf(other);
  await other.goto(page.url());
  await expect(there.card.getByText('Air is steady.')).toBeVisible();
  await other.keyboard.press('e');
  const mine = other.getByRole('dialog').getByRole('textbox', { name: places.t('edit.scene.body') });
  await mine.fill('Words of the other window.');
  await page.keyboard.press('e');
  const body = dialog().getByRole('textbox', { name: places.t('edit.scene.body') });
  await body.fill('Air is steady, the mirror is cold. See [[Telescope]].');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(places.card.getByText('the mirror is cold')).toBeVisible();
  await expect(other.getByText(places.t('edit.scene.theirs'))).toBeVisible();
  await expect(mine).toHaveValue('Words of the other window.');
  await other.reload();
  await expect(other.getByRole('dialog').getByText(places.t('edit.scene.kept'))).toBeVisible();
  await expect(mine).toHaveValue('Words of the other window.');
  await other
    .getByRole('dialog')
    .getByRole('button', { name: places.t('edit.scene.dropKept') })
    .click();
  await expect(mine).toHaveValue('Air is steady, the mirror is cold. See [[Telescope]].');
  await other.close();
});

test('a scene is renamed, split, merged and pinned from the table, by keyboard', async () => {
  await act('Cold <b>nights</b>', places.t('edit.acts.edit'));
  const title = dialog().getByRole('textbox', { name: places.t('edit.scene.title') });
  await title.fill('Cold nights');
  const body = dialog().getByRole('textbox', { name: places.t('edit.scene.body') });
  await body.fill('Air is steady. See [[Telescope]].\n\nDew comes at three. See [[Mount]].');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(places.card.getByRole('heading', { name: 'Cold nights', exact: true })).toBeVisible();

  await act('Cold nights', places.t('edit.acts.split'));
  await dialog()
    .getByRole('textbox', { name: places.t('edit.split.newTitle') })
    .fill('Dew');
  await page.keyboard.press('Enter');
  await expect(page.getByText(places.t('edit.said.split', { title: 'Dew' })).first()).toBeVisible();

  await act('Dew', places.t('edit.acts.merge'));
  await pick('Seeing', /^Seeing/);
  await expect(dialog().getByText(places.t('edit.merge.stays'))).toBeVisible();
  await expectAccessible(page, 'a merge to be done', 'all');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(places.t('edit.said.merged', { from: 'Dew', to: 'Seeing' })).first(),
  ).toBeVisible();
  await expect(places.card.getByRole('button', { name: 'Dew', exact: true })).toBeVisible();
  expect((await places.linksOnCard()).join('\n')).toContain('Mount');

  await act('Cold nights', places.t('edit.acts.pin'));
  await expect(page.getByText(places.t('edit.said.pinned')).first()).toBeVisible();
});

test('rows are marked by keyboard, hidden, brought back, and the address keeps it', async () => {
  await places.openTable();
  for (const title of ['Weather station', 'Guiding']) {
    await places.findInTable(title);
    await page.getByRole('checkbox', { name: places.t('edit.marks.one', { title }) }).press('Space');
  }
  const bar = page.getByTestId('marks-bar');
  await expect(bar.getByRole('status')).toHaveText(places.t('edit.marks.count', { count: 2 }));
  await page.getByRole('textbox', { name: places.t('field.filter') }).fill('');
  await bar.getByRole('button', { name: places.t('edit.acts.hide') }).press('Enter');
  await expect(places.table.getByRole('button', { name: 'Weather station', exact: true })).toBeHidden();
  await expect(page).toHaveURL(/veil=/);
  await page.reload();
  await expect(places.table.getByRole('button', { name: 'Telescope', exact: true })).toBeVisible();
  await expect(places.table.getByRole('button', { name: 'Weather station', exact: true })).toBeHidden();
  await expectAccessible(page, 'the table with what is hidden', 'all');
  await bar.getByRole('button', { name: places.t('edit.acts.showHidden', { count: 2 }) }).press('Enter');
  await expect(places.table.getByRole('button', { name: 'Weather station', exact: true })).toBeVisible();
});

test('a hand draws round scenes, and from the handle to another', async () => {
  await places.openScene('Telescope');
  await page.goto(page.url().replace('table=true', ''));
  await places.seeMap();
  const box = (await places.map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 30, box.y + 80);
  await page.mouse.down();
  for (const [x, y] of [
    [box.width - 30, 80],
    [box.width - 30, box.height - 30],
    [30, box.height - 30],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByTestId('marks-bar').getByRole('status')).toBeVisible();
  await expect(page).toHaveURL(/mark=[^&]+%2C|mark=[^&]+,/);
  // a handle that the bar lies over goes a moment after
  await page.waitForTimeout(500);
  await expectAccessible(page, 'marks on the map', 'all');
  await page
    .getByTestId('marks-bar')
    .getByRole('button', { name: places.t('edit.acts.clear') })
    .click();
  // farther away no bar lies over the scene, and over its handle
  await places.map.focus();
  for (let at = 0; at < 2; at++) await page.keyboard.press('-');
  const handle = page.getByRole('button', { name: places.t('edit.acts.handle', { title: 'Telescope' }) });
  await expect(handle).toBeVisible();
  await handle.press('Enter');
  await expect(dialog().getByRole('combobox')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('after a restart the last acts are undone one by one, and no note was touched', async ({ browser }) => {
  watched.expectQuiet();
  const { home } = app;
  await app.stop();
  await context.close();
  app = await startApp({ home });
  context = await browser.newContext({ baseURL: app.address });
  page = await context.newPage();
  places = pagesOf(page);
  await places.enter(app.link);
  await places.openScene('Seeing');
  await expect(places.card.getByRole('button', { name: 'Dew', exact: true })).toBeVisible();
  // the pin, then the merge
  for (let at = 0; at < 2; at++) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText(likeMessage(places.t.raw('shell.undoneWhat'))).nth(at)).toBeVisible();
  }
  await expect(places.card.getByRole('button', { name: 'Dew', exact: true })).toBeHidden();
  await (await places.findInTable('Dew')).focus();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByText(places.t('shell.redone')).first()).toBeVisible();
  const note = await readFile(path.join(vault, 'Seeing.md'), 'utf8');
  expect(note).toBe(await readFile(path.join(import.meta.dirname, 'vault', 'en', 'Seeing.md'), 'utf8'));
});
