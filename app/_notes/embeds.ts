import type { Nodes, Paragraph } from 'mdast';

/** A paragraph that is nothing but an embedded note becomes a figure that says which; within a line an embed stays a link. */
export function markEmbeds(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type === 'paragraph') markEmbed(child);
    else markEmbeds(child);
  }
}

function markEmbed(paragraph: Paragraph): void {
  const [only, ...more] = paragraph.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (only?.type !== 'marked' || more.length > 0) return;
  const { dataEmbed, dataScene } = only.data.hProperties ?? {};
  if (dataEmbed === undefined) return;
  paragraph.data = { hName: 'figure', hProperties: { dataScene: String(dataScene) } };
  paragraph.children = [only];
}
