import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type PackScene, digestPack, packVersion, parsePack, rewritePack, writePack } from './index.ts';
import { Pack } from './pack.ts';
import { packJsonSchema } from './pack-schema.ts';
import { scalar, textBlock } from './yaml-text.ts';

const text = 'First: a field.\n\n  indented\tline\nТекст «с кавычками» — и тире.\n';

function pack(over: Partial<z.input<typeof Pack>> = {}): Pack {
  return Pack.parse({
    scenefield: packVersion,
    id: 'p',
    title: 'A pack: with, marks',
    scenes: [
      {
        id: 'b',
        title: 'Second',
        in: 'a',
        span: { start: 6, end: 14 },
        formula: 'core + field',
        position: { x: -1.5, y: 2 },
      },
      { id: 'a', title: 'yes', body: text, after: ['b'], model: { id: 'm', sha256: 'a'.repeat(64) } },
    ],
    passages: [{ id: 'pa', scene: 'a', start: 0, end: 15 }],
    concepts: [{ id: 'c', name: 'field' }],
    links: [
      {
        id: 'l',
        from: 'a',
        kind: 'leads_to',
        to: 'c',
        evidence: [{ passage: 'pa', start: 7, end: 14, quote: 'a field' }],
      },
    ],
    decisions: [
      { id: 'd', kind: 'link', state: 'rejected', from: 'a', to: 'b', relation: 'links_to', seed: 7 },
    ],
    ...over,
  });
}

function problemsOf(yaml: string): string[] {
  const parsed = parsePack(yaml);
  return 'problems' in parsed
    ? parsed.problems.map(({ line, column, code }) => `${line}:${column} ${code}`)
    : [];
}

test('a pack that is written, read and written again has the same bytes', () => {
  const written = writePack(pack());
  const parsed = parsePack(written);
  expect(parsed).toHaveProperty('pack');
  if ('pack' in parsed) expect(writePack(parsed.pack)).toBe(written);
});

test('the order in which entries come does not change the bytes', () => {
  const one = pack();
  const other = { ...one, scenes: [...one.scenes].reverse() };
  expect(writePack(other)).toBe(writePack(one));
});

test('any text comes back as it was, as a line and as a block', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        ' ',
        '\n',
        '\t',
        '\r',
        '#',
        ':',
        '-',
        'a',
        'я',
        "'",
        '"',
        '{',
        '|',
        '\u0085',
        '\u2028',
        '\ufeff',
        '\0',
      ),
    }),
    fc.constantFrom(
      'null',
      'true',
      '1e5',
      '~',
      'No',
      '.inf',
      '- a',
      'a: b',
      'a #b',
      '---',
      '...\n',
      '\ud800',
    ),
  );
  fc.assert(
    fc.property(nasty, nasty, (line, block) => {
      const yaml = `list:\n  - line: ${scalar(line)}\n    block: ${textBlock(block, 4)}\n    flow: {a: ${scalar(line)}}\nafter: 1\n`;
      expect(parse(yaml)).toEqual({ list: [{ line, block, flow: { a: line } }], after: 1 });
    }),
    { numRuns: 800 },
  );
});

test('the digest is of the content: comments and layout do not count, a changed word does', () => {
  const written = writePack(pack());
  const commented = `# by hand\n${written.replace('kind: leads_to', 'kind:   leads_to # because')}`;
  expect(parsePack(commented)).toHaveProperty('pack');
  expect(
    problemsOf(written.replace('First: a', 'Prime: a').replace('title: Second', 'title: Other')),
  ).toEqual([expect.stringMatching(/digest_differs/)]);
  expect(digestPack(pack({ title: 'other' }))).not.toBe(digestPack(pack()));
});

test('every problem of a pack is named with its line', () => {
  const yaml = `scenefield: 1
id: p
title: T
colour: red
scenes:
  - {id: a, title: A, body: "abc", kin: note}
  - {id: a, title: B, kind: nota}
links: 5
`;
  expect(problemsOf(yaml)).toEqual([
    '4:1 unknown_field',
    '6:36 unknown_field',
    '7:23 not_one_of',
    '8:1 wrong_type',
  ]);
  const ends = `scenefield: 1
id: p
title: T
scenes:
  - {id: a, title: A, body: "abc"}
  - {id: a, title: B, body: "", after: [zz]}
passages:
  - {id: q, scene: a, start: 0, end: 9}
  - {id: r, scene: b, start: 0, end: 1}
links:
  - id: l
    from: a
    kind: links_to
    to: nowhere
    evidence:
      - {passage: gone, start: 0, end: 1, quote: a}
`;
  expect(problemsOf(ends)).toEqual([
    '6:6 duplicate_id',
    '6:41 dangling',
    '8:5 span_outside',
    '9:5 span_outside',
    '9:13 dangling',
    '14:5 dangling',
    '16:10 dangling',
  ]);
});

test('a quote that is not verbatim is refused', () => {
  const written = writePack(pack())
    .replace('quote: a field', 'quote: a Field')
    .replace(/digest.*\n/, '');
  expect(problemsOf(written)).toEqual([expect.stringMatching(/quote_differs/)]);
});

test('a name too long to be indexed is refused', () => {
  const written = writePack(pack())
    .replace('title: Second', `title: ${'Second '.repeat(200)}`)
    .replace(/digest.*\n/, '');
  expect(problemsOf(written)).toEqual([expect.stringMatching(/bad_value/)]);
});

test('what is not YAML, or of a newer version, is refused with its place', () => {
  expect(parsePack('scenes: [a, b\ntitle: x: y')).toMatchObject({
    code: 'pack_invalid',
    problems: [{ code: 'not_yaml' }, {}],
  });
  expect(parsePack('')).toMatchObject({ code: 'pack_invalid' });
  expect(parsePack('\0\0\0')).toMatchObject({ code: 'pack_invalid' });
  expect(parsePack('scenefield: 2\nfuture: yes')).toMatchObject({
    code: 'pack_newer',
    problems: [{ line: 1, column: 1, code: 'newer', values: { version: 2, reads: 1 } }],
  });
});

test('ten megabytes of nesting or of aliases are refused at once', () => {
  const size = 10 * 1024 * 1024;
  const hostile: [string, string][] = [
    ['['.repeat(size), 'pack_too_large'],
    ['{a: '.repeat(size / 4), 'pack_too_large'],
    ['- '.repeat(size / 2), 'pack_too_large'],
    [Array.from({ length: 4000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'pack_too_large'],
    [`a: &a [x]\nb: [${'*a, '.repeat(size / 4)}]`, 'pack_invalid'],
    ['x'.repeat(65 * 1024 * 1024), 'pack_too_large'],
  ];
  for (const [yaml, code] of hostile) {
    const started = performance.now();
    expect(parsePack(yaml)).toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(1000);
  }
});

test('a file that a person commented keeps comments and all that did not change', () => {
  const commented = writePack(pack())
    .replace('scenes:', '# the two\nscenes:')
    .replace('title: Second', 'title: Second   # mine')
    .replace('concepts:', '\n# words\nconcepts:');
  const changed = pack({
    about: 'New',
    concepts: [
      { id: 'c', name: 'fields' },
      { id: 'e', name: 'else' },
    ],
  });
  const rewritten = rewritePack(commented, changed);
  for (const comment of ['# the two\nscenes:', '# mine', '\n\n# words\nconcepts:'])
    expect(rewritten).toContain(comment);
  const parsed = parsePack(rewritten);
  expect('pack' in parsed && writePack(parsed.pack)).toBe(writePack(changed));
  expect(rewritePack(writePack(pack()), pack())).toBe(writePack(pack()));
  const kept = (yaml: string): string[] =>
    yaml.split('\n').filter((line) => !/fields?$|digest|about|mine/.test(line));
  expect(kept(rewritten).filter((line) => !kept(commented).includes(line))).toEqual([
    '  - id: e',
    '    name: else',
  ]);
});

test('the published JSON Schema is that of the shapes', async () => {
  await expect(packJsonSchema()).toMatchFileSnapshot('pack-v1.schema.json');
});

test('a scene with span and body, or in a loop, is refused', () => {
  const loop = (scenes: Partial<PackScene>[]): string[] =>
    problemsOf(`scenefield: 1\nid: p\ntitle: T\nscenes: ${JSON.stringify(scenes)}`).map(
      (problem) => problem.split(' ')[1] ?? '',
    );
  expect(loop([{ id: 'a', title: 'A', body: 'x', span: { start: 0, end: 1 } } as never])).toEqual([
    'two_texts',
  ]);
  expect(
    loop([{ id: 'a', title: 'A', in: 'b' } as never, { id: 'b', title: 'B', in: 'a' } as never]),
  ).toEqual(['cycle', 'cycle']);
});
