import { expect, type Page } from '@playwright/test';
import type { pagesOf } from './pages.ts';

/** What the app can show, under the address that shows it. */
export interface Sight {
  name: string;
  address: (sceneId: string) => string;
  /** all that it shows has come */
  see: (places: ReturnType<typeof pagesOf>, page: Page) => Promise<void>;
}

export const sights: readonly Sight[] = [
  { name: 'the field', address: () => '/field', see: (places) => places.seeMap() },
  {
    name: 'the map with a card',
    address: (id) => `/field?scene=${id}`,
    see: async (places) => {
      await places.seeMap();
      await places.seeCard();
    },
  },
  {
    name: 'around a scene',
    address: (id) => `/field?around=${id}&depth=2&colour=kind`,
    see: (places) => places.seeMap(),
  },
  {
    name: 'through lenses',
    address: () => '/field?colour=age&size=betweenness',
    see: (places) => places.seeMap(),
  },
  {
    name: 'the question of an axis',
    address: () => '/field?dialog=axis',
    see: ({ t }, page) => expect(page.getByRole('combobox', { name: t('axis.left') })).toBeVisible(),
  },
  {
    name: 'kept views',
    address: () => '/field?dialog=views',
    see: ({ t }, page) => expect(page.getByRole('dialog', { name: t('views.title') })).toBeVisible(),
  },
  {
    name: 'the field as a table',
    address: () => '/field?table=true',
    see: (places) => expect(places.table.getByRole('row').nth(1)).toBeVisible(),
  },
  {
    name: 'a period',
    address: () => '/field?since=2020-01-01',
    see: async (places, page) => {
      await places.seeMap();
      await expect(page.getByTestId('changed-card').getByRole('heading').first()).toBeVisible();
    },
  },
  {
    name: 'the question of a path',
    address: (id) => `/field?scene=${id}&dialog=path`,
    see: ({ t }, page) => expect(page.getByRole('combobox', { name: t('path.ask') })).toBeVisible(),
  },
  {
    name: 'the search for a scene to link',
    address: (id) => `/field?scene=${id}&dialog=link&on=${id}`,
    see: (_, page) => expect(page.getByRole('dialog').getByRole('combobox')).toBeVisible(),
  },
  {
    name: 'a link to be drawn',
    address: (id) => `/field?scene=${id}&dialog=link&on=${id}&to=${id}`,
    see: ({ t }, page) =>
      expect(page.getByRole('dialog').getByRole('button', { name: t('edit.link.save') })).toBeVisible(),
  },
  {
    name: 'a new scene',
    address: () => '/field?dialog=write',
    see: ({ t }, page) => expect(page.getByRole('textbox', { name: t('edit.scene.body') })).toBeVisible(),
  },
  {
    name: 'marks on the map',
    address: (id) => `/field?mark=${id}`,
    see: async (places, page) => {
      await places.seeMap();
      await expect(page.getByTestId('marks-bar')).toBeVisible();
    },
  },
  {
    name: 'marks in the table',
    address: (id) => `/field?table=true&mark=${id}`,
    see: (_, page) => expect(page.getByTestId('marks-bar')).toBeVisible(),
  },
  {
    name: 'what was added, for the vault',
    address: () => '/field?dialog=additions',
    see: ({ t }, page) =>
      expect(page.getByRole('dialog', { name: t('exporting.additions.title') })).toBeVisible(),
  },
  {
    name: 'review',
    address: () => '/review?show=link',
    see: (places) => places.seeQuotesLit(),
  },
  {
    name: 'gaps',
    address: () => '/gaps',
    see: async (_places, page) => {
      await expect(page.getByText('Одинокая мысль').first()).toBeVisible({ timeout: 60_000 });
    },
  },
  {
    name: 'the notebook',
    address: () => '/notebook',
    see: (_places, page) => expect(page.getByRole('article')).toHaveCount(3),
  },
  ...(['export', 'import', 'imported', 'starters'] as const).map((tab) => ({
    name: `packs, ${tab}`,
    address: () => `/packs?tab=${tab}`,
    see: ({ t }: ReturnType<typeof pagesOf>, page: Page) =>
      expect(page.getByRole('tab', { name: t(`packs.tabs.${tab}`), selected: true })).toBeVisible(),
  })),
  {
    name: 'settings',
    address: () => '/settings',
    see: ({ t }, page) =>
      expect(page.getByRole('button', { name: t('settings.app.quit') }).first()).toBeVisible(),
  },
  {
    name: 'the palette',
    address: () => '/field?dialog=search',
    see: (_places, page) => expect(page.getByRole('option').first()).toBeVisible(),
  },
  {
    name: 'the keys',
    address: () => '/review?dialog=keys',
    see: ({ t }, page) => expect(page.getByRole('dialog', { name: t('shell.keys.title') })).toBeVisible(),
  },
  {
    name: 'another folder',
    address: () => '/field?dialog=folder',
    see: ({ t }, page) => expect(page.getByRole('textbox', { name: t('start.open.path') })).toBeVisible(),
  },
];
