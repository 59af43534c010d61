import type { Constructs } from '../../../graph-schema/views/coverage.ts';
import type { ParsedSource } from '../parsed.ts';
import type { PlacedBlock } from './scenes.ts';

/** Blocks that are counted, and what a reader calls them. Remarks become no part of the field; the others stand in passages or open a scene. */
const blockNames: Partial<Record<PlacedBlock['type'], string>> = {
  heading: 'headings',
  item: 'listItems',
  row: 'tableRows',
  callout: 'callouts',
  code: 'codeBlocks',
  math: 'mathBlocks',
  html: 'htmlBlocks',
  comment: 'comments',
  definition: 'footnotes',
};

/** What stands in a note, counted by construct: found, and taken into the field. Only what occurs is named. */
export function countConstructs(
  { links, notLinks, mentions, scenes, aliases, passages }: Omit<ParsedSource, 'constructs'>,
  blocks: readonly PlacedBlock[],
): Constructs {
  const counts: Constructs = {};
  const count = (name: string, isTaken: boolean) => {
    const known = (counts[name] ??= { found: 0, taken: 0 });
    known.found += 1;
    if (isTaken) known.taken += 1;
  };
  for (const { type, isTurnHeader } of blocks) {
    const name = blockNames[type];
    if (name !== undefined && !isTurnHeader) count(name, type !== 'comment');
  }
  for (const link of links)
    count(
      link.embed ? 'embeds' : link.kind === 'cites' ? 'citations' : link.wiki ? 'wikilinks' : 'markdownLinks',
      true,
    );
  for (const { reason } of notLinks) count(reason === 'footnote_twice' ? 'citations' : 'wikilinks', false);
  for (const { from } of mentions) count(from === 'tag' ? 'tags' : 'names', true);
  for (const { kind, blocks: ids } of scenes) {
    if (kind === 'turn') count('turns', true);
    for (const _ of ids) count('blockIds', true);
  }
  for (const _ of aliases) count('aliases', true);
  for (const _ of passages) count('passages', true);
  return counts;
}
