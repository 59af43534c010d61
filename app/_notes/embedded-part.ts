/** So much of an embedded note is shown within another. */
const mostShown = 4000;

/** Of a note's text what an embed shows: the block that `^id` ends, or all of it, cut at a line where it is long. */
export function embeddedPart(body: string, part: string): string {
  if (part.startsWith('^')) {
    const id = part.slice(1).toLowerCase();
    const block = body
      .split(/\n[ \t]*\n/u)
      .find((paragraph) => new RegExp(`(?:^|\\s)\\^${escaped(id)}[ \\t]*$`, 'imu').test(paragraph));
    return block === undefined ? '' : lineWith(block, id);
  }
  const text = body.replace(/^---\n[\s\S]*?\n---\n/u, '');
  if (text.length <= mostShown) return text;
  const cut = text.lastIndexOf('\n', mostShown);
  return `${text.slice(0, cut > 0 ? cut : mostShown).trimEnd()}\n\n…`;
}

/** Of a list the one item, of anything else the whole block. */
function lineWith(block: string, id: string): string {
  const isList = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/u.test(block);
  if (!isList) return block;
  return block.split('\n').find((line) => line.toLowerCase().trimEnd().endsWith(`^${id}`)) ?? block;
}

function escaped(text: string): string {
  return text.replaceAll(/[^\w-]/gu, '');
}
