import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { anyNote } from '../testing/generate-note.ts';
import { parseSource } from './parse-source.ts';

/** Headings and Markdown links to files as a slow and careful parser finds them; those in list items are text to us. */
function oracle(text: string) {
  const headings: number[] = [];
  const links: string[] = [];
  const visit = (node: Nodes, isInList: boolean): void => {
    const at = node.position?.start.offset ?? 0;
    if (node.type === 'heading' && !isInList && node.children.length > 0) headings.push(at);
    if (node.type === 'link' && !/^[a-z][a-z0-9+.-]*:|^\/\/|^$/i.test(node.url) && text[at] === '[')
      links.push(node.url);
    if ('children' in node)
      for (const child of node.children) visit(child, isInList || node.type === 'listItem');
  };
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  visit(tree, false);
  return { headings, links: links.sort() };
}

function ours(text: string) {
  const note = parseSource({ path: 'Note.md', text });
  const headings = note.scenes
    .filter((scene) => scene.kind === 'section' && scene.title !== '')
    .map(
      (scene) =>
        scene.start +
        (/^(?:[ \t]*>)*[ \t]*/.exec(text.slice(scene.start, scene.start + 200))?.[0].length ?? 0),
    );
  const links = note.links.filter((link) => !link.wiki && !link.embed);
  return { headings, links: links.map((link) => text.slice(link.start, link.end)) };
}

describe('headings and links', () => {
  it('are those that mdast finds in generated notes', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const [theirs, own] = [oracle(text), ours(text)];
        expect(own.headings).toEqual(theirs.headings);
        expect(own.links.length).toBe(theirs.links.length);
      }),
      { numRuns: 200 },
    );
  });

  const vaults = path.resolve(import.meta.dirname, '../../../../shared/vaults');
  const notes = existsSync(vaults)
    ? readdirSync(vaults, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    : [];
  it('are those that mdast finds in real notes', (context) => {
    if (notes.length === 0) return context.skip('the shared vaults are not here');
    let [headings, differing] = [0, 0];
    for (const name of notes) {
      const text = readFileSync(path.join(vaults, name), 'utf8');
      const [theirs, own] = [oracle(text), ours(text)];
      headings += theirs.headings.length;
      const known = new Set(theirs.headings);
      const missed =
        own.headings.filter((at) => !known.has(at)).length +
        theirs.headings.filter((at) => !own.headings.includes(at)).length;
      differing += missed;
    }
    expect(headings).toBeGreaterThan(1_000);
    expect(differing).toBeLessThanOrEqual(headings / 200);
  }, 120_000);
});
