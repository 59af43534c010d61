import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNote } from '../testing/generate-note.ts';
import { parseSource } from './parse-source.ts';
import { createSentenceReader } from './sentences.ts';

const parse = (text: string) => parseSource({ path: 'folder/Note.md', text });

describe('offsets of a parsed note', () => {
  it('point at what they name, whatever the note', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const note = parse(text);
        for (const link of note.links) {
          expect(text.slice(link.start, link.end)).toMatch(link.wiki ? /^!?\[\[[^\n]*\]\]$/ : /^!?\[/);
          expect(link.shownStart).toBeGreaterThan(link.start);
          expect(link.shownEnd).toBeLessThan(link.end);
          expect(link.sentenceStart).toBeLessThan(link.sentenceEnd);
          if (link.kind === 'links_to') expect(link.sentenceEnd).toBeGreaterThanOrEqual(link.end);
        }
        for (const mention of note.mentions.filter((one) => one.start > 40)) {
          expect(text.slice(mention.start, mention.end)).toContain(mention.name);
        }
        for (const other of note.notLinks) expect(text.slice(other.start, other.end)).toContain('[[');
      }),
      { numRuns: 300 },
    );
  });

  it('keep passages in order, apart, short, inside one scene, and free of headings', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const { passages, scenes } = parse(text);
        let before = 0;
        for (const { scene, start, end } of passages) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end - start).toBeLessThanOrEqual(1_200);
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(scenes[scene]?.start ?? 0);
          expect(end).toBeLessThanOrEqual(scenes[scene]?.end ?? 0);
          const inner = scenes.filter(
            (other, index) => index !== scene && other.start > start && other.start < end,
          );
          expect(inner).toEqual([]);
          before = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('nest scenes: a part lies in its whole, and comes after it', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const { scenes } = parse(text);
        expect(scenes[0]).toMatchObject({ kind: 'note', parent: null, start: 0, end: text.length });
        scenes.slice(1).forEach((scene, index) => {
          const parent = scenes[scene.parent ?? 0];
          expect(scene.parent).toBeLessThan(index + 1);
          expect(scene.start).toBeGreaterThanOrEqual(parent?.start ?? 0);
          expect(scene.end).toBeLessThanOrEqual(parent?.end ?? 0);
          expect(scene.start).toBeLessThan(scene.end);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('properties of a note', () => {
  it('are read as plain YAML and never run', () => {
    expect(parse('---js\n({tags: process.exit()})\n---\nТекст.\n').problems).toEqual([
      { code: 'frontmatter_script', values: { language: 'js' } },
    ]);
    expect(parse('---\na: !!js/function "return 1"\n  b: [\n---\nТекст.\n').problems[0]?.code).toBe(
      'frontmatter_broken',
    );
    const note = parse(
      '---\nalias: Один, Два\ntags: "#поле ядро/малое"\nuid: 42\nrelated: "[[Ядро]]"\n---\nТекст.\n',
    );
    expect(note).toMatchObject({
      aliases: ['Один', 'Два'],
      tags: ['поле', 'ядро/малое'],
      uid: '42',
      problems: [],
    });
    expect(note.links).toMatchObject([{ target: 'Ядро', scene: 0 }]);
  });
});

describe('long and hostile notes', () => {
  const within = (limitMs: number, text: string) => {
    const startedAt = performance.now();
    const note = parse(text);
    expect(performance.now() - startedAt).toBeLessThan(limitMs);
    return note;
  };

  it('a line of 1 MB, and marks that never close, cost seconds at most', () => {
    const line = within(8_000, 'Поле растёт от связи. См. [[Ядро]]. '.repeat(28_000));
    expect(line.links.length).toBe(28_000);
    for (const mark of ['[', '[[', '`', '``` ', '**', '<!--', '%%', '$', '> ', '#', '- ', '(', '![', '[^']) {
      within(8_000, mark.repeat(100_000));
    }
    for (const address of ['a.', 'http://...', '](a', 'a://']) within(8_000, address.repeat(60_000));
    within(8_000, '[[a '.repeat(50_000) + ']]');
    within(8_000, '> '.repeat(2_000) + 'глубоко\n'.repeat(2_000));
  });
});

describe('sentences', () => {
  it('go on after abbreviations and initials, and stop at their end', () => {
    const text =
      'Ядро мало, т. е. устойчиво (см. рис. 2). А. С. Пушкин писал и т. д. Mr. Smith agreed, e.g. twice. Конец?';
    expect(
      createSentenceReader()(text, 10).map(({ start, end }) => text.slice(start - 10, end - 10)),
    ).toEqual([
      'Ядро мало, т. е. устойчиво (см. рис. 2).',
      'А. С. Пушкин писал и т. д. Mr. Smith agreed, e.g. twice.',
      'Конец?',
    ]);
  });

  it('do not end within the address of a link', () => {
    const text =
      'Open [in Obsidian](obsidian://show-plugin?id=task-board) now. See https://a.org/?q=1!2. Конец: https://b.org/?x';
    expect(createSentenceReader()(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Open [in Obsidian](obsidian://show-plugin?id=task-board) now.',
      'See https://a.org/?q=1!2.',
      'Конец: https://b.org/?x',
    ]);
  });
});
