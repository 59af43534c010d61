import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, type Download, expect, type Page, test } from '@playwright/test';
import { pagesOf } from './pages.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';
import { likeMessage } from './words.ts';

/** Taking the field along, from the menu on its page. */
test.describe.configure({ mode: 'serial' });

const script = '<img src=x onerror=alert(1)> "q"';

let app: StartedApp;
let context: BrowserContext;
let page: Page;
let watched: Watched;
let places: ReturnType<typeof pagesOf>;
let vault: string;

test.beforeAll(async ({ browser }) => {
  vault = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-vault-')), 'Sky notes');
  await cp(path.join(import.meta.dirname, 'vault'), vault, { recursive: true });
  await writeFile(
    path.join(vault, `${script}.md`),
    'It says: </script><script>document.title = "run"</script> [[Сатурн]]\n',
  );
  await writeFile(path.join(vault, 'שלום עולם 🪐.md'), 'שלום [[Телескоп]]\n');
  app = await startApp();
  context = await browser.newContext({ baseURL: app.address, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.address });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
  places = pagesOf(page);
  await places.enter(app.link);
  await places.seeWelcome();
  await page.goto('/field?dialog=folder');
  await places.openFolder(vault);
  await places.openTable();
  await expect(await places.findInTable(script)).toBeVisible();
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  await rm(path.dirname(vault), { recursive: true, force: true });
});

const say = (...words: Parameters<typeof places.t>) => places.t(...words);

/** Opens the menu by keyboard and takes what stands in it under this name. */
async function take(name: RegExp): Promise<Download> {
  const trigger = page.getByRole('button', { name: say('exporting.menu'), exact: true });
  await trigger.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name });
  await expect(item).toBeVisible();
  const downloading = page.waitForEvent('download');
  await item.focus();
  await page.keyboard.press('Enter');
  return downloading;
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('a picture of the map as it is seen: sharp pixels, and lines with names and legend', async () => {
  await page.goto('/field');
  await places.seeMap();
  const png = await take(/^PNG/);
  expect(png.suggestedFilename()).toBe('Sky notes.png');
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(2400);
  const look = async () => {
    await page.goto('/field');
    await places.seeMap();
    return page.evaluate(readSvg, await textOf(await take(/^SVG/)));
  };
  // Regions come with the layout; each is named twice: on the map and in the legend.
  await expect.poll(async () => (await look()).namedTwice, { timeout: 90_000 }).toBeGreaterThan(0);
  const read = await look();
  expect(read).toMatchObject({ fault: null, others: 0 });
  expect(read.shapes).toBeGreaterThan(40);
  expect(read.words).toContain('Sky notes');
});

/** Runs in the page. */
function readSvg(text: string) {
  const tree = new DOMParser().parseFromString(text, 'image/svg+xml');
  const words = [...tree.querySelectorAll('text')].map((element) => element.textContent);
  return {
    fault: tree.querySelector('parsererror')?.textContent ?? null,
    words,
    namedTwice: words.filter((one, index) => words.indexOf(one) !== index).length,
    shapes: tree.querySelectorAll('path').length,
    others: tree.querySelectorAll('script, foreignObject, image, [onerror], [href]').length,
  };
}

for (const [name, file] of [
  ['GraphML', '.graphml'],
  ['GEXF', '.gexf'],
  ['JSON Canvas', '.canvas'],
  ['CSV', '.zip'],
  ['Markdown', '.zip'],
  ['Cypher', '.cypher'],
] as const)
  test(`${name} of what is in sight`, async () => {
    const download = await take(new RegExp(`^${name}`));
    expect(path.extname(download.suggestedFilename())).toBe(file);
    if (file === '.zip') expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
    else expect(await textOf(download)).toContain('Сатурн');
    await expect(page.getByText(likeMessage(say('exporting.done', { scenes: 0, links: 0 }).replaceAll(/0 (scenes|links)/g, '{n}'))).first()).toBeVisible(); // prettier-ignore
  });

test('the web page opens alone, without a network; nothing in a title runs; a note is found, read and followed', async ({
  browser,
}) => {
  const download = await take(new RegExp(`^${say('exporting.format.html')}`));
  const file = path.join(path.dirname(vault), 'field.html');
  await download.saveAs(file);
  const alone = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
  const other = await alone.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  other.on('pageerror', (error) => faults.push(error.message));
  other.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  other.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a dialog')));
  other.on('request', (request) => asked.push(request.url()));
  await other.goto(pathToFileURL(file).href);
  await other.getByRole('searchbox').fill('img src');
  await other.getByRole('button', { name: script }).click();
  await expect(other.getByRole('heading', { name: script })).toBeVisible();
  await expect(other.getByText('document.title = "run"').first()).toBeVisible();
  await other.getByRole('button', { name: 'Сатурн' }).first().click();
  await expect(other.getByRole('heading', { name: 'Сатурн', exact: true })).toBeVisible();
  await other.keyboard.press('Escape');
  await expect(other.getByRole('searchbox')).toBeVisible();
  expect(await other.title()).not.toBe('run');
  expect(faults).toEqual([]);
  expect(asked).toEqual([pathToFileURL(file).href]);
  await alone.close();
});

test('what was accepted is copied note by note, and written into a folder of the vault, in so many words and over nothing', async () => {
  await page.goto('/field?dialog=additions');
  await expect(page.getByText(say('exporting.additions.none'))).toBeVisible();
  await places.proposeLinks();
  await page.keyboard.press('a');
  await expect(page.getByText(likeMessage(places.t.raw('review.toast.accepted'))).first()).toBeVisible();
  await page.goto('/field?dialog=additions');
  const dialog = page.getByRole('dialog', { name: say('exporting.additions.title') });
  await dialog
    .getByRole('button', { name: say('exporting.additions.copy') })
    .first()
    .click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^## Links\n\n- .*\[\[.+\]\]/);
  await dialog.getByRole('button', { name: say('exporting.additions.folder') }).click();
  await expect(async () => {
    await dialog.getByRole('textbox', { name: say('start.open.path') }).fill(vault);
    await dialog.getByRole('button', { name: say('start.open.go'), exact: true }).click();
    await expect(dialog.getByText(say('exporting.additions.inside', { vault: 'Sky notes' }))).toBeVisible({ timeout: 5_000 }); // prettier-ignore
  }).toPass({ timeout: 30_000 });
  await dialog.getByRole('button', { name: say('exporting.additions.write') }).click();
  await expect(dialog.getByText(/1 file written/)).toBeVisible();
  const page1 = path.join(vault, 'Links to paste.md');
  expect(await readFile(page1, 'utf8')).toContain(copied.trim());
  await writeFile(page1, 'mine');
  await dialog.getByRole('button', { name: say('exporting.additions.write') }).click();
  await expect(dialog.getByText(/1 was there already/)).toBeVisible();
  expect(await readFile(page1, 'utf8')).toBe('mine');
});

test('nothing in sight is said, and no file is made', async () => {
  await page.goto('/field?who=%3DNobody');
  await page.getByRole('button', { name: say('exporting.menu'), exact: true }).click();
  await page.getByRole('menuitem', { name: /^GraphML/ }).click();
  await expect(page.getByText(say('exporting.empty'))).toBeVisible();
});

test('on the whole way nothing was blocked, nothing left the machine, nothing threw', () => {
  watched.expectQuiet();
});
