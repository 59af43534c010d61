import type { Root } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { toHast } from 'mdast-util-to-hast';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { markCallouts } from './callouts.ts';
import { markEmbeds } from './embeds.ts';
import { markInline } from './inline-marks.ts';
import type { Span } from './lit-pieces.ts';
import { markMath } from './math.ts';

/** What a note may bring to the page. HTML of a note is not rendered at all; no attribute of style, no address but these. */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'mark', 'aside', 'figure'],
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.['a'] ?? []), 'dataScene'],
    img: ['alt', 'width', 'dataTarget'],
    em: ['dataHigh'],
    span: ['dataTag', 'dataMath'],
    div: ['dataMath'],
    figure: ['dataScene'],
    aside: ['dataCallout'],
    details: ['dataCallout', 'open'],
    p: ['dataTitle'],
    '*': [
      'align',
      'colSpan',
      'rowSpan',
      'checked',
      'disabled',
      'type',
      'start',
      'id',
      'ariaDescribedBy',
      'ariaLabel',
    ],
  },
  protocols: { href: ['http', 'https', 'mailto', 'obsidian'] },
};

interface Words {
  footnotes: string;
  back: string;
}

/** A note's Markdown as a clean tree for the page; `lit` are offsets into `body`. */
export function parseNote(body: string, lit: readonly Span[], words: Words): Root {
  const tree = fromMarkdown(body, {
    extensions: [gfm(), frontmatter(), math()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(), mathFromMarkdown()],
  });
  markMath(tree, body);
  markCallouts(tree, lit);
  markInline(tree, { text: body, lit });
  markEmbeds(tree);
  const hast = toHast(tree, {
    footnoteLabel: words.footnotes,
    footnoteBackLabel: words.back,
    footnoteLabelTagName: 'h6',
  });
  return rehypeSanitize(schema)(hast.type === 'root' ? hast : { type: 'root', children: [] });
}
