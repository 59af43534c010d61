/** The `data:` of each event of a server's stream, up to `[DONE]`. */
export async function* readEvents(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r?\n/u);
    rest = lines.pop() ?? '';
    for (const data of dataOf(lines)) {
      if (data === '[DONE]') return;
      yield data;
    }
  }
  for (const data of dataOf([rest])) if (data !== '[DONE]') yield data;
}

function dataOf(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('data:')).map((line) => line.slice('data:'.length).trim());
}
