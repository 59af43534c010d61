import { JSONParser, TokenType } from '@streamparser/json';
import { NotReadable } from '../importer.ts';

export interface JsonItem {
  /** the key or index under which it stands */
  key: string | number | undefined;
  value: unknown;
  /** names of what it stands in, from the outside in */
  within: (string | number | undefined)[];
}

/** Bytes of one item, and how deep values stand in one another: a talk has far less, and what has more would fill the memory. */
const mostItemBytes = 64 * 1024 ** 2;
const mostDepth = 500;

/**
 * The values at `paths` of a JSON text of any size, as they come; memory holds one chunk's items. `$` alone is not allowed.
 * @throws NotReadable not_json, too_large
 */
export async function* readJsonItems(
  chunks: AsyncIterable<Uint8Array>,
  paths: string[],
): AsyncGenerator<JsonItem> {
  const parser = new JSONParser({ paths, keepStack: false });
  let items: JsonItem[] = [];
  parser.onValue = ({ value, key, stack }) => {
    items.push({ key, value, within: stack.slice(1).map((place) => place.key) });
  };
  let depth = 0;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > mostDepth) throw new NotReadable('too_large');
  };
  let itemBytes = 0;
  try {
    for await (const chunk of chunks) {
      if (parser.isEnded) break;
      parser.write(chunk);
      itemBytes = items.length > 0 ? 0 : itemBytes + chunk.length;
      if (itemBytes > mostItemBytes) throw new NotReadable('too_large');
      yield* items;
      items = [];
    }
    if (!parser.isEnded) throw new NotReadable('not_json');
  } catch (error) {
    yield* items;
    throw error instanceof NotReadable || isOfTheSystem(error) ? error : new NotReadable('not_json');
  }
}

function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
