import { describe, expect, it } from 'vitest';
import { parseSource } from '../parse/parse-source.ts';
import { countWikilinks, noteLinks, resolveLinks } from './resolve-links.ts';
import type { OtherFile } from './other-files.ts';

function vaultOf(notes: Record<string, string>, others: OtherFile[] = []) {
  const sources = Object.entries(notes).map(([path, text]) => parseSource({ path, text }));
  const resolution = resolveLinks(sources, others);
  const targets = resolution.links.map(({ link, to }) => {
    const target = sources[to.source];
    return `${link.target}${link.heading ? `#${link.heading}` : ''} → ${target?.path}${to.scene > 0 ? ` / ${target?.scenes[to.scene]?.title}` : ''}`;
  });
  return { sources, resolution, targets };
}

describe('links are found as Obsidian finds them', () => {
  it('by name in any case and form, by path from the root, relative, with and without ending', () => {
    const { targets } = vaultOf({
      'a/Йод.md': '',
      'a/from.md':
        '[[йод]] [[a/Йод.md]] [[./Йод]] [[../b/Target]] [[/b/target]] [x](../b/Target.md) [y](Йод.md) [z](%D0%99%D0%BE%D0%B4.md)',
      'b/Target.md': '',
    });
    expect(targets).toEqual([
      'йод → a/Йод.md',
      'a/Йод.md → a/Йод.md',
      './Йод → a/Йод.md',
      '../b/Target → b/Target.md',
      '/b/target → b/Target.md',
      '../b/Target.md → b/Target.md',
      'Йод.md → a/Йод.md',
      'Йод.md → a/Йод.md',
    ]);
  });

  it('of two notes of one name the one nearby, else the shortest path, and says so', () => {
    const { targets, resolution } = vaultOf({
      'long/way/Same.md': '',
      'near/Same.md': '',
      'near/from.md': '[[Same]]',
      'root.md': '[[Same]] [[way/Same]]',
    });
    expect(targets).toEqual(['Same → near/Same.md', 'Same → near/Same.md', 'way/Same → long/way/Same.md']);
    expect(resolution.ambiguous.map(({ others }) => others)).toEqual([1, 1]);
  });

  it('at the root by its bare name everywhere; from its own folder otherwise only by `./`', () => {
    const { targets, resolution } = vaultOf({
      'Same.md': '',
      'near/Same.md': '',
      'near/from.md': '[[Same]] [[./Same]] [[near/Same]] [[/Same]] [[./no/Same]]',
      'near/no/way/near/no/Same.md': '',
    });
    expect(targets).toEqual([
      'Same → Same.md',
      './Same → near/Same.md',
      'near/Same → near/Same.md',
      '/Same → Same.md',
      './no/Same → near/no/way/near/no/Same.md',
    ]);
    expect(resolution.ambiguous).toEqual([]);
  });

  it('to a heading, a chain of headings, a block; what is not there leads to the note', () => {
    const { targets } = vaultOf({
      'Поле.md': '# Рост\n## Почему\nа\n# Спад\n## Почему\nб ^b1\n',
      'from.md': '[[Поле#Спад#Почему]] [[Поле#Почему]] [[Поле#^b1]] [[Поле#Нет такого]]',
    });
    expect(targets).toEqual([
      'Поле#Спад#Почему → Поле.md / Почему',
      'Поле#Почему → Поле.md / Почему',
      'Поле → Поле.md / Почему',
      'Поле#Нет такого → Поле.md',
    ]);
  });

  it('to a block that nobody has is reported as that, not as a link to where it stands', () => {
    const { resolution } = vaultOf({
      'a.md': 'один ^b1\n\n[[#^b1]] [[#^B2]] [[a#^b3]]\n',
      'b.md': 'два ^b2\n',
    });
    expect(resolution.reported.map(({ reason }) => reason)).toEqual([
      'self',
      'block_missing',
      'block_missing',
    ]);
  });

  it('by an alias only where no file has the name and one note has the alias', () => {
    const { targets, resolution } = vaultOf({
      'a.md': '---\naliases: [Один, Общий, b]\n---\n',
      'b.md': '---\naliases: [Общий]\n---\n',
      'from.md': '[[Один]] [[b]] [[Общий]]',
    });
    expect(targets).toEqual(['Один → a.md', 'b → b.md']);
    expect(resolution.missing.map(({ title }) => title)).toEqual(['Общий']);
  });

  it('every one ends resolved, missing or reported with its reason', () => {
    const { resolution } = vaultOf(
      {
        'a.md':
          '[[a]] [[b]] ![[a]] [[#h]] ![[x.png]] [[сюда]] [[Сюда|туда]] [[old]] `[[code]]` ![[unknown.pdf]]\n# h\n[[#h]] [[v1.2]]',
        'b.md': '![[a]]',
      },
      [
        { path: 'img/x.png', kind: 'attachment' },
        { path: 'old.md', kind: 'excluded' },
      ],
    );
    expect(countWikilinks(resolution)).toEqual({ found: 13, resolved: 3, missing: 3, reported: 7 });
    expect(resolution.reported.map(({ reason }) => reason).sort()).toEqual(
      ['attachment', 'attachment', 'code', 'excluded', 'self', 'self', 'self'].sort(),
    );
    expect(resolution.missing.map(({ title, calls }) => [title, calls.length])).toEqual([
      ['сюда', 2],
      ['v1.2', 1],
    ]);
    expect(noteLinks(resolution.links)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
