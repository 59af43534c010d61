import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA, as far as axe can see it; `contrast` for a further theme, which changes nothing but colours. */
export async function expectAccessible(page: Page, what: string, part: 'all' | 'contrast'): Promise<void> {
  // No frames to join: without the legacy mode each look opens a window for that.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (
    part === 'all' ? axe.withTags(rules) : axe.withRules('color-contrast')
  ).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
  expect.soft(found, `what axe finds: ${what}`).toEqual([]);
}
