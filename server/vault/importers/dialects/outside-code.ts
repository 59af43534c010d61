/** Rewrites Markdown everywhere but in inline code. `text` holds no fences. */
export function outsideCode(text: string, rewrite: (words: string) => string): string {
  return text
    .split(/((?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`))/)
    .map((piece, at) => (at % 3 === 0 ? rewrite(piece) : at % 3 === 1 ? piece : ''))
    .join('');
}

const fence = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/;

/** Stretches of lines in and out of fenced code, in order; joined by `\n` they are the text. */
export function cutFences(text: string): { lines: string[]; isCode: boolean }[] {
  const parts: { lines: string[]; isCode: boolean }[] = [];
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1] ?? '';
    const closes = open !== null && mark.startsWith(open) && line.trim() === mark;
    const isCode = open !== null || mark !== '';
    const last = parts.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else parts.push({ lines: [line], isCode });
    if (open === null) open = mark === '' ? null : mark;
    else if (closes) open = null;
  }
  return parts;
}
