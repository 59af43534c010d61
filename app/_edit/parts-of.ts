/** Characters of a paragraph that are shown, and of a title that is offered. */
const shown = 90;
const longestTitle = 60;

export interface Part {
  /** where the paragraph begins, UTF-16 */
  at: number;
  begins: string;
  /** what the part could be called */
  title: string;
}

/** Where a text may be split: each paragraph but the first. */
export function partsOf(body: string): Part[] {
  const parts: Part[] = [];
  for (const { index, 0: gap } of body.matchAll(/\n\s*\n/g)) {
    const at = index + gap.length;
    if (body.slice(0, index).trim() === '' || body.slice(at).trim() === '') continue;
    const line =
      body
        .slice(at, at + 400)
        .split('\n', 1)[0]
        ?.trim() ?? '';
    const plain = line.replace(/^(#+|[-*+>]|\d+[.)])\s+/, '').replaceAll(/[[\]*_`]/g, '');
    parts.push({
      at,
      begins: cut(plain, shown),
      title: cut(plain.split(/[.!?…]\s/, 1)[0] ?? plain, longestTitle).replace(/[.!?]$/, ''),
    });
  }
  return parts;
}

function cut(text: string, most: number): string {
  const signs = [...text];
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
