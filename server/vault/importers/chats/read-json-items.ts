import { JSONParser } from '@streamparser/json';
import { NotReadable } from '../importer.ts';

export interface JsonItem {
  /** the key or index under which it stands */
  key: string | number | undefined;
  value: unknown;
  /** names of what it stands in, from the outside in */
  within: (string | number | undefined)[];
}

/**
 * The values at `paths` of a JSON text of any size, as they come; memory holds one chunk's items. `$` alone is not allowed.
 * @throws NotReadable not_json
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
  try {
    for await (const chunk of chunks) {
      if (parser.isEnded) break;
      parser.write(chunk);
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
