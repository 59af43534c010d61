import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type Properties, type PropertyValue, readPlainProperties } from './plain-properties.ts';
import { readYamlProperties } from './yaml-properties.ts';

const scalar = fc.oneof(
  fc.constantFrom(
    'дом',
    'a b',
    'a  b',
    'true',
    'Null',
    '5',
    '007',
    '1.0',
    '1e3',
    '0x1f',
    '2022-01-02',
    '~',
    '',
  ),
  fc.constantFrom(
    '2022-01-02 10:00',
    'https://a.b/#c',
    'a: b',
    'a:',
    'a #b',
    'a#b',
    '#b',
    '- a',
    '&a',
    '*a',
    '!a',
  ),
  fc.constantFrom(
    '"a, b"',
    "'it''s'",
    '"a\\n"',
    '"',
    "'a' b",
    '[a, b]',
    '[ a/b ,c ]',
    '[]',
    '[a,]',
    '[a, "b"]',
  ),
  fc.constantFrom(
    '[true, 5]',
    '[a b, c: d]',
    '{a: b}',
    '|',
    '>-',
    '%a',
    '@a',
    '`a`',
    '[[Link]]',
    '"[[Link]]"',
    'ё',
    '😀',
  ),
  fc.string({ unit: fc.constantFrom(...'aЯ0 :#-[],\'"{}&\t!.\\|'), maxLength: 8 }),
);
const name = fc.constantFrom(
  'tags',
  'Tags',
  'alias',
  'a b',
  'дата',
  'x-y',
  'true',
  '5',
  'a ',
  '"q"',
  '? a',
  '<<',
  'nul',
  '',
);
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(name, fc.constantFrom(': ', ':', ':  '), scalar).map((parts) => parts.join('')),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('', ' ', '  ', '\t'), fc.constantFrom('- ', '-', '-  '), scalar)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '  ', '# remark', '  more words', '---', '...', '\u00a0') },
);
const anyYaml = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', ' \n'))
  .map(([lines, feed]) => lines.join(feed));

/** Where it reads something, that is what YAML's own parser reads; the places of nothing are of no use to anybody. */
function compare(yaml: string): boolean {
  const plain = readPlainProperties(yaml);
  if (plain === null) return false;
  const places = (value: PropertyValue) => (value.value === null ? 'nothing' : value);
  const whole = (properties: Properties) =>
    Array.from(properties, ([key, value]) => [
      key,
      Array.isArray(value) ? value.map(places) : value && places(value),
    ]);
  const read = readYamlProperties(yaml);
  expect(read, yaml).toHaveProperty('properties');
  if ('properties' in read) expect(whole(plain), yaml).toEqual(whole(read.properties));
  return true;
}

it('are what YAML’s own parser reads, whatever stands there', () => {
  fc.assert(
    fc.property(anyYaml, (yaml) => void compare(yaml)),
    { numRuns: 5_000 },
  );
});

it('are read in the forms that notes have', () => {
  for (const yaml of [
    'tags: [один, два/три]\naliases:\n  - Имя\n  - "Другое: имя"\ndate: 2022-01-02\ncreated: 2022-01-02T10:00:00',
    'title: Что-то с https://a.b/c#d\r\nsource:\r\ntags:\r\n- a\r\n- b\r\n',
    "rating: 5\nempty: ''\nрод: 'слово'\ntags: \n- \npublish: true",
    '',
  ])
    expect(compare(yaml), yaml).toBe(true);
});

const vaults = path.resolve(import.meta.dirname, '../../../../shared/vaults');
it('are those of real notes, nearly all of them', (context) => {
  if (!existsSync(vaults)) return context.skip('the shared vaults are not here');
  const files = readdirSync(vaults, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const found = files.flatMap((file) => {
    const yaml = /^---\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(
      readFileSync(path.join(vaults, file), 'utf8'),
    )?.[1];
    return yaml === undefined ? [] : [compare(yaml)];
  });
  if (found.length > 0) expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.8);
});
