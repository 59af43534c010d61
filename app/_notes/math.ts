import type { Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { InlineMath, Math } from 'mdast-util-math';

/** TeX is told to the page as it is written; two sums of money in one line are no formula. */
export function markMath(node: Nodes, source: string): void {
  if (!('children' in node)) return;
  const parent: { children: Nodes[] } = node;
  parent.children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'inlineMath')
      return isMoney(child, source) ? plainly(child, source) : [asMath(child, 'span')];
    if (child.type === 'math') return [asMath(child, 'div')];
    markMath(child, source);
    return [child];
  });
}

/** As Pandoc and Obsidian tell them apart: no blank inside of a dollar sign, no digit behind the last. */
function isMoney(math: InlineMath, source: string): boolean {
  const [from, to] = [math.position?.start.offset ?? 0, math.position?.end.offset ?? 0];
  const written = source.slice(from, to);
  if (written.startsWith('$$')) return false;
  return /^\$\s|\s\$$/u.test(written) || /^\d/u.test(source.slice(to, to + 1));
}

function asMath(math: Math | InlineMath, hName: 'span' | 'div'): Nodes {
  math.data = {
    hName,
    hProperties: { dataMath: math.value },
    hChildren: [{ type: 'text', value: math.value }],
  };
  return math;
}

function plainly(math: InlineMath, source: string): PhrasingContent[] {
  const written = source.slice(math.position?.start.offset, math.position?.end.offset);
  const [paragraph] = fromMarkdown(written.trimEnd()).children;
  const inside: PhrasingContent[] =
    paragraph?.type === 'paragraph' ? paragraph.children : [{ type: 'text', value: written }];
  return inside;
}
