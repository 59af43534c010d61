import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { pagesOf } from './pages.ts';
import { type StartedApp, startApp } from './running-app.ts';
import { type Watched, watchPage } from './watch-page.ts';
import { likeMessage } from './words.ts';

/** Looking at the field through lenses, and what it answers about regions, links and meaning. */
test.describe.configure({ mode: 'serial' });

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
    path.join(vault, 'Формулы.md'),
    [
      'Светосила $N = \\frac{f}{D}$, а билет стоил $5, потом $6.',
      '$$\n\\sum_{i=1}^{n} i\n$$',
      '![[Телескоп]]',
      '> [!tip]- Совет\n> Держите линзу сухой.',
    ].join('\n\n'),
  );
  await appendFile(path.join(vault, 'Телескоп.md'), '\n\nСм. [[Формулы]].\n');
  app = await startApp();
  context = await browser.newContext({ baseURL: app.address, reducedMotion: 'reduce' });
  page = await context.newPage();
  watched = await watchPage(page, app.address);
  places = pagesOf(page);
  await places.enter(app.link);
  await places.seeWelcome();
  await page.goto('/field?dialog=folder');
  await places.openFolder(vault);
  await places.openTable();
  await expect(await places.findInTable('Формулы')).toBeVisible();
  // regions come with the layout
  await expect(async () => {
    await page.goto('/field');
    await places.seeMap();
    await page.getByRole('button', { name: say('field.legend'), exact: true }).click();
    const regions = page.getByRole('list', { name: say('field.legend') });
    await expect(regions.getByRole('listitem').first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
});

test.afterAll(async () => {
  await context?.close();
  await app?.remove();
  await rm(path.dirname(vault), { recursive: true, force: true });
});

const say = (...words: Parameters<typeof places.t>) => places.t(...words);

/** Chooses in a menu by keyboard alone. */
async function choose(trigger: Locator, name: string) {
  await trigger.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitemradio', { name, exact: true });
  await expect(item).toBeVisible();
  await item.focus();
  await page.keyboard.press('Enter');
}

const chip = (of: 'colour' | 'size', by: 'region' | 'kind' | 'degree' | 'betweenness' | 'age') =>
  page.getByRole('button', { name: `${say(`lens.${of}`)} ${say(`lens.by.${by}`)}` });

test('a lens is chosen by keyboard, its classes are hidden by the key at hand, and the address keeps both', async () => {
  await page.goto('/field?table=true');
  await choose(chip('colour', 'region'), say('lens.by.kind'));
  await expect(page).toHaveURL(/colour=kind/);
  const key = page.getByRole('list', { name: say('lens.by.kind') });
  const notes = key.getByRole('button', { name: say('field.kind.note') });
  await expect(notes).toHaveAttribute('aria-pressed', 'true');
  await notes.click();
  await expect(notes).toHaveAttribute('aria-pressed', 'false');
  await expect(places.table.getByRole('cell', { name: say('field.kind.note'), exact: true })).toHaveCount(0);
  await page.reload();
  await expect(notes).toHaveAttribute('aria-pressed', 'false');
  await choose(chip('colour', 'kind'), say('lens.by.age'));
  await expect(
    places.table.getByRole('cell', { name: say('field.kind.note'), exact: true }).first(),
  ).toBeVisible();
});

test('bridges are worked out for the whole field, sized by, told in a column and explained in the legend', async () => {
  await page.goto('/field?table=true');
  await choose(chip('size', 'degree'), say('lens.by.betweenness'));
  const head = page.getByRole('button', {
    name: say('field.sort', { column: say('lens.column.betweenness') }),
  });
  await head.click();
  const shares = places.table.getByRole('cell', { name: /^[\d.,]+ %$/ });
  await expect(shares.first()).toHaveText(/^[1-9]/, { timeout: 30_000 });
  const all = (await shares.allInnerTexts()).map((text) => Number.parseFloat(text));
  expect(all).toEqual(all.toSorted((a, b) => b - a));
  await page.goto('/field?size=betweenness&colour=doubt');
  await places.seeMap();
  await page.getByRole('button', { name: say('lens.legend'), exact: true }).click();
  await expect(page.getByText(say('lens.about.doubt'))).toBeVisible();
  await expect(page.getByText(say('lens.about.betweenness'))).toBeVisible();
  await expectAccessible(page, 'the legend of a lens', 'all');
});

test('a region says what it is about and how much of it bears out its name; a new name stays and can be taken back', async () => {
  await page.goto('/field');
  await page.getByRole('button', { name: say('field.legend'), exact: true }).click();
  const regions = page.getByRole('list', { name: say('field.legend') });
  await regions
    .getByRole('button', { name: new RegExp(`^${say('field.onlyRegion')}`) })
    .first()
    .click();
  const card = page.getByTestId('region-card');
  await expect(card.getByText(/ within · /)).toBeVisible();
  await expect(card.getByText(/\d+ of \d+ notes/)).toBeVisible();
  await expect(card.getByRole('heading', { name: say('region.main') })).toBeVisible();
  await expectAccessible(page, 'the card of a region', 'all');
  const name = (await card.getByRole('heading', { level: 2 }).innerText()).trim();
  await card.getByRole('button', { name: say('region.rename') }).click();
  await page.keyboard.type('Небо над домом');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading', { name: 'Небо над домом', level: 2 })).toBeVisible();
  await page
    .getByRole('button', { name: say('shell.acts.undo') })
    .first()
    .click();
  await expect(card.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible();
});

test('a press on the ground of a region opens it', async () => {
  await page.goto('/field');
  await places.seeMap();
  const map = page.getByTestId('field-map');
  const card = page.getByTestId('region-card');
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const spots = [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((down) =>
    Array.from({ length: 13 }, (_, at) => ({ x: x + width * (0.2 + at * 0.05), y: y + height * down })),
  );
  await expect(async () => {
    for (const spot of spots) {
      await page.mouse.move(spot.x, spot.y);
      const canBePressed = await map.evaluate((box) =>
        [box, ...box.querySelectorAll<HTMLElement>('*')].some(({ style }) => style.cursor === 'pointer'),
      );
      // a scene can be pressed, too, and has a note of its own under the pointer
      if (!canBePressed || (await page.getByRole('tooltip').isVisible())) continue;
      await page.mouse.click(spot.x, spot.y);
      if (await card.isVisible()) return;
    }
    throw new Error('no region was opened');
  }).toPass({ timeout: 30_000 });
  await expect(card.getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('with keys alone: arrows move the map under a cross, and Enter opens what it is on', async () => {
  await page.goto('/field');
  await places.seeMap();
  const map = page.getByTestId('field-map');
  await map.focus();
  const said = page.getByRole('status').filter({ hasText: say('field.aim.keys') });
  await expect(async () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      if ((await said.textContent())?.includes('Enter') === true) return;
    }
    throw new Error('the cross is on nothing');
  }).toPass({ timeout: 30_000 });
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('region-card').or(page.getByTestId('scene-card'))).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a link says who says it, since when and in which words', async () => {
  await places.openScene('Телескоп');
  const why = places.card.getByRole('button', { name: say('join.act', { title: 'Формулы' }) });
  await why.first().click();
  const card = page.getByTestId('join-card');
  await expect(card.getByText('См. Формулы.')).toBeVisible({ timeout: 30_000 });
  const voice = likeMessage(`${say('join.by.vault')} · ${places.t.raw('join.since')}`);
  await expect(card.getByText(voice).first()).toBeVisible();
  await expect(page).toHaveURL(/join=/);
  await expectAccessible(page, 'who says a link', 'all');
  await card.getByRole('button', { name: say('join.path') }).click();
  await expect(page.getByTestId('path-card')).toBeVisible();
});

test('a note is shown whole: formulas, embedded notes, folded callouts; sums of money stay sums of money', async () => {
  await places.openScene('Формулы');
  const text = places.card.getByTestId('scene-card');
  await expect(text.locator('math')).toHaveCount(2, { timeout: 30_000 });
  await expect(text.getByText('билет стоил $5, потом $6')).toBeVisible();
  const embedded = text.getByRole('figure', { name: say('scene.note.embedded', { title: 'Телескоп' }) });
  await expect(embedded.getByText('Рефрактор с апертурой 120 мм')).toBeVisible();
  await expect(text.getByText('Держите линзу сухой.')).toBeHidden();
  await text.getByText('Совет').click();
  await expect(text.getByText('Держите линзу сухой.')).toBeVisible();
});

test('a view is kept under a name, found again by it, renamed, removed, and brought back', async () => {
  await page.goto('/field?colour=age&since=2020-01-01');
  await places.seeMap();
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: say('views.title') });
  await dialog.getByRole('textbox').fill('Новое по возрасту');
  await page.keyboard.press('Enter');
  const kept = dialog.getByRole('list', { name: say('views.title') });
  await expect(kept.getByText('Новое по возрасту')).toBeVisible();
  await expectAccessible(page, 'kept views', 'all');
  await page.goto('/review');
  await places.command('Новое по возрасту');
  await expect(page).toHaveURL(/\/field\?.*colour=age/);
  await expect(page).toHaveURL(/since=2020-01-01/);
  await page.keyboard.press('v');
  await kept.getByRole('button', { name: say('shell.kept.rename', { name: 'Новое по возрасту' }) }).click();
  await kept.getByRole('textbox').fill('Свежее');
  await page.keyboard.press('Enter');
  await kept.getByRole('button', { name: say('shell.kept.remove', { name: 'Свежее' }) }).click();
  await expect(kept.getByText('Свежее')).toHaveCount(0);
  await page
    .getByRole('button', { name: say('shell.acts.undo') })
    .first()
    .click();
  await expect(kept.getByText('Свежее')).toBeVisible();
});

test('scenes find their places between two poles, stand along the axis, and go back', async () => {
  // vectors come when nothing else is to be done
  test.setTimeout(600_000);
  await page.goto('/field');
  await places.seeMap();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: say('axis.title') });
  await dialog.getByRole('combobox', { name: say('axis.left') }).fill('Телескоп');
  await page
    .getByRole('option', { name: /^Телескоп/ })
    .first()
    .click();
  await expect(dialog.getByText(say('axis.asScene'))).toBeVisible();
  await dialog.getByRole('combobox', { name: say('axis.right') }).fill('writing down thoughts');
  await expectAccessible(page, 'the question of an axis', 'all');
  await dialog.getByRole('button', { name: say('axis.show') }).click();
  const card = page.getByTestId('axis-card');
  await expect(card.getByText('Телескоп → writing down thoughts')).toBeVisible({ timeout: 60_000 });
  await expect(async () => {
    await page.reload();
    await expect(card.locator('[data-verdict]')).toBeVisible({ timeout: 10_000 });
    await expect(card.getByRole('button', { name: say('axis.stand') })).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 400_000 });
  await expect(page.getByRole('list', { name: say('lens.by.axis') })).toBeVisible();
  await expectAccessible(page, 'an axis of meaning', 'all');
  await card.getByRole('button', { name: say('axis.stand') }).click();
  await expect(page).toHaveURL(/along=true/);
  await page.reload();
  await card.getByRole('button', { name: say('axis.back') }).click();
  await expect(page).not.toHaveURL(/along=true/);
  await card.getByRole('button', { name: say('shell.acts.close') }).click();
  await expect(page).not.toHaveURL(/left=|colour=axis/);
});

test('what is alike and not linked is told, with the way to it; a pair that is proposed waits for a decision', async () => {
  // vectors come when nothing else is to be done
  test.setTimeout(600_000);
  await places.openScene('Телескоп');
  await places.card.getByRole('button', { name: say('alike.unlinked') }).click();
  const near = page.getByTestId('alike');
  const row = near.getByRole('listitem').first();
  await expect(row).toBeVisible({ timeout: 400_000 });
  await expectAccessible(page, 'what is alike', 'all');
  await row.getByRole('button', { name: likeMessage(places.t.raw('alike.propose')) }).click();
  await expect(
    page
      .getByText(likeMessage(places.t.raw('alike.waiting')))
      .or(page.getByText(say('alike.wordless')))
      .first(),
  ).toBeVisible();
  await row.getByRole('button', { name: likeMessage(places.t.raw('alike.path')) }).click();
  await expect(page.getByTestId('path-card')).toBeVisible();
});

test('on the whole way nothing was blocked, nothing left the machine, nothing threw', () => {
  watched.expectQuiet();
});
