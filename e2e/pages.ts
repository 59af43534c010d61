import { expect, type Page } from '@playwright/test';
import { type Language, likeMessage, type Words, wordsOf } from './words.ts';

/** What a person does on the page, by the words that they see. */
export function pagesOf(page: Page, language: Language = 'en') {
  const t = wordsOf(language);
  return {
    t,
    async enter(link: string) {
      await page.goto(link);
      await expect(page).not.toHaveURL(/key=/);
      // The page of the start reloads itself into the app's: going elsewhere before that is cut off by it.
      await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
    },
    async seeWelcome() {
      await expect(page.getByRole('heading', { name: t('start.title') })).toBeVisible({ timeout: 90_000 });
    },
    async command(name: string) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill(name);
      await page.getByRole('option', { name }).first().click();
    },
    notice: (text: string | RegExp) => page.getByText(text).first(),
    ...fieldOf(page, t),
    ...reviewOf(page, t),
    ...packsOf(page, t),
  };
}

function fieldOf(page: Page, t: Words) {
  const card = page.getByRole('complementary', { name: t('scene.label') });
  const map = page.getByRole('application', { name: t('field.map') });
  const table = page.getByRole('table', { name: t('field.tableTitle') });
  return {
    card,
    map,
    table,
    async openFolder(folder: string) {
      // Typed before the page listens is typed for nothing: a person types again.
      await expect(async () => {
        await page.getByRole('textbox', { name: t('start.open.path') }).fill(folder);
        await page.getByRole('button', { name: t('start.open.go'), exact: true }).click();
        await expect(page.getByText(folder, { exact: true })).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 60_000 });
      await page.getByRole('button', { name: t('start.open.act') }).click();
    },
    async seeMap() {
      await expect(map).toBeVisible({ timeout: 60_000 });
      await expect(map).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
    },
    async seeCard() {
      await expect(card.getByTestId('scene-card')).toBeVisible();
    },
    async openTable() {
      await page.goto('/field?table=true');
      await expect(table).toBeVisible({ timeout: 60_000 });
    },
    async findInTable(title: string) {
      const row = table.getByRole('button', { name: title, exact: true });
      const filter = page.getByRole('textbox', { name: t('field.filter') });
      await expect(async () => {
        await filter.fill('');
        await filter.fill(title);
        await expect(row).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 120_000 });
      return row;
    },
    async openScene(title: string) {
      await this.openTable();
      await (await this.findInTable(title)).click();
      await expect(card.getByRole('heading', { name: title, exact: true }).first()).toBeVisible();
    },
    /** The links that the open card lists, in words: direction, relation, the other scene, the quote. */
    async linksOnCard(): Promise<string[]> {
      const links = card.getByRole('list', { name: t('scene.linksTitle') });
      await expect(links).toBeVisible();
      const rows = await links.getByRole('button').allInnerTexts();
      return rows.map((row) => row.replaceAll(/\s+/g, ' ')).sort();
    },
  };
}

function reviewOf(page: Page, t: Words) {
  const queue = page.getByRole('list', { name: t('review.queue') });
  const onTable = page.getByRole('region', { name: t('review.title') });
  return {
    queue,
    async review(kind?: 'link' | 'scene') {
      await page.goto('/review');
      if (kind === undefined) return;
      // Something is on the table, and leaves it with its queue.
      await expect(queue.getByRole('button').first()).toBeVisible();
      await page.getByRole('button', { name: new RegExp(`^${t('review.filter')}: `) }).click();
      await page.getByRole('menuitemradio', { name: t(`review.kinds.${kind}`) }).click();
    },
    async proposeLinks() {
      await page.goto('/review');
      await page.getByRole('button', { name: t('review.empty.act') }).click();
      await expect(queue.getByRole('button').first()).toBeVisible({ timeout: 60_000 });
    },
    /** The quote of either side is lit in its paragraph. */
    async seeQuotesLit() {
      await expect.poll(() => onTable.locator('mark').count()).toBeGreaterThanOrEqual(2);
    },
    /** A, U, A: the first decision of this field, which ends as accepted. */
    async acceptUndoAccept() {
      await page.keyboard.press('a');
      await expect(page.getByText(likeMessage(t.raw('review.toast.accepted'))).first()).toBeVisible();
      await page.keyboard.press('u');
      await expect(page.getByText(likeMessage(t.raw('shell.undoneWhat'))).first()).toBeVisible();
      await page.keyboard.press('a');
      await expect(page.getByText(t('review.lastOnes', { accepted: 1, count: 1 }))).toBeVisible();
    },
    /** Waits for a draft whose sentences show their sources, and accepts it; gives its title. */
    async readAndAcceptDraft(): Promise<string> {
      const title = likeMessage(t.raw('review.draft.title'));
      const heading = page.getByRole('heading', { name: title });
      await expect(heading).toBeVisible({ timeout: 120_000 });
      await expect(page.getByText(likeMessage(t.raw('review.draft.source'))).first()).toBeVisible({
        timeout: 120_000,
      });
      const drafted = title.exec(await heading.innerText())?.[1] ?? '';
      await page.keyboard.press('a');
      await expect(
        page
          .getByText(t('review.toast.acceptedWhole', { title: t('review.draft.title', { title: drafted }) }))
          .first(),
      ).toBeVisible();
      return drafted;
    },
  };
}

function packsOf(page: Page, t: Words) {
  return {
    /** `scene`: the selected one with what is around it */
    async exportPack(file: string, what: 'all' | 'scene') {
      await page.getByRole('radio', { name: t(`packs.export.${what}`) }).click();
      await page.getByRole('button', { name: t('packs.export.prepare') }).click();
      await expect(page.getByTestId('export-ready')).toBeVisible({ timeout: 60_000 });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: likeMessage(t.raw('packs.export.download')) }).click(),
      ]);
      await download.saveAs(file);
    },
    async importPack(file: string) {
      await page.goto('/packs?tab=import');
      // A file given before the page listens is not heard: given again, as a person would.
      await expect(async () => {
        await page.locator('input[type=file]').setInputFiles(file);
        await expect(page.getByTestId('pack-preview')).toBeVisible({ timeout: 15_000 });
      }).toPass({ timeout: 90_000 });
      await page.getByRole('button', { name: t('packs.import.act'), exact: true }).click();
      await expect(page.getByText(likeMessage(t.raw('packs.import.done'))).first()).toBeVisible({
        timeout: 90_000,
      });
    },
  };
}
