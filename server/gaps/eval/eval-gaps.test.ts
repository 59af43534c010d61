import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { turnLinks } from '../../proposals/eval/find-leak.ts';
import { hideLinks, linkedPairs } from '../../proposals/signals/hide-links.ts';
import { corpusOf } from '../../proposals/testing/corpus-of.ts';
import { adjustedRand } from './adjusted-rand.ts';
import { corpusRegions } from './corpus-regions.ts';
import { evalGaps } from './eval-gaps.ts';
import { rankVisible } from './eval-gap-trial.ts';

test('the adjusted Rand index is 1 for the same partition under other names, near 0 for chance', () => {
  expect(adjustedRand(['a', 'a', 'b', 'b'], ['y', 'y', 'x', 'x'])).toBe(1);
  expect(adjustedRand(['a', 'a', 'b', 'b'], ['x', 'y', 'x', 'y'])).toBeLessThan(0.01);
});

/** Four themes of five notes that link one another, and two links from each theme to the next. */
function themes() {
  const words = ['clay wheel bowl', 'violin score hall', 'river boat reed', 'engine wire lamp'];
  return corpusOf(
    Object.fromEntries(
      words.flatMap((about, theme) =>
        Array.from({ length: 5 }, (_, at) => {
          const others = [1, 2, 3].map((step) => `[[T${theme}N${(at + step) % 5}]]`).join(' ');
          const across = at < 3 ? `[[T${(theme + 1) % 4}N${at}|beside ${words[(theme + 1) % 4]}]]` : '';
          return [`T${theme}N${at}`, `${about} ${at}. ${others} ${across}`];
        }),
      ),
    ),
  );
}

test('nothing that ranks knows a hidden link, and a planted leak is caught', async () => {
  const corpus = themes();
  const hidden = linkedPairs(corpus).filter(({ source, target }) => source < 5 && target >= 5);
  expect(hidden).toHaveLength(3);
  const fixed = corpusRegions(corpus, 2);
  const ranked = async (of: typeof corpus, pairs: typeof hidden) => {
    const visible = hideLinks(of, pairs, 'removed');
    return rankVisible(visible, [fixed, corpusRegions(visible, 2)], { seed: 1 });
  };
  const turned = turnLinks(corpus, hidden);
  const honest = await ranked(corpus, hidden);
  expect(await ranked(turned.corpus, turned.hidden)).toEqual(honest);
  // links that were not hidden after all
  expect(await ranked(turned.corpus, [])).not.toEqual(honest);
});

const russianVault = process.env['SCENEFIELD_TEST_RUSSIAN_VAULT'] ?? '../shared/vaults/obsidian-help-ru';
test(
  'the Russian vault: pairs that lost their links are among the largest gaps, well before what degrees say',
  { timeout: 600_000 },
  async (context) => {
    if (!existsSync(russianVault)) return context.skip('the shared vaults are not here');
    const report = await evalGaps({ dir: russianVault, seeds: [1], resolutions: [2] });
    expect(report).toMatchObject({ notes: 173, seeds: [1] });
    expect(report.fixed.precision).toBeGreaterThan(report.fixed.degree + 0.1);
    expect(report.stability).toBeGreaterThan(0.6);
  },
);
