import { expect, type Page } from '@playwright/test';

/** What a person does on the page, by the words that they see (English). */
export function pagesOf(page: Page) {
  const card = page.getByRole('complementary', { name: 'Card of the scene' });
  return {
    card,
    async enter(link: string) {
      await page.goto(link);
      await expect(page).not.toHaveURL(/key=/);
    },
    async openFolder(folder: string) {
      // Typed before the page listens is typed for nothing: a person types again.
      await expect(async () => {
        await page.getByRole('textbox', { name: 'Or paste the path of a folder' }).fill(folder);
        await page.getByRole('button', { name: 'Show', exact: true }).click();
        await expect(page.getByText(folder, { exact: true })).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Read this folder' }).click();
    },
    async seeMap() {
      await expect(page.getByRole('application', { name: 'Map of the field' })).toBeVisible({
        timeout: 60_000,
      });
    },
    async openTable() {
      await page.goto('/field?table=true');
      await expect(page.getByRole('table', { name: 'Scenes of the field' })).toBeVisible();
    },
    async findInTable(title: string) {
      const table = page.getByRole('table', { name: 'Scenes of the field' });
      const row = table.getByRole('button', { name: title, exact: true });
      await expect(async () => {
        await page.getByRole('textbox', { name: 'Filter by title' }).fill('');
        await page.getByRole('textbox', { name: 'Filter by title' }).fill(title);
        await expect(row).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 120_000 });
      return row;
    },
    async command(name: string) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill(name);
      await page.getByRole('option', { name }).first().click();
    },
    async review(kind?: 'links only' | 'drafts only') {
      await page.goto('/review');
      if (kind === undefined) return;
      await page.getByRole('button', { name: /^Show: / }).click();
      await page.getByRole('menuitemradio', { name: kind }).click();
    },
    notice: (text: string | RegExp) => page.getByText(text).first(),
  };
}
