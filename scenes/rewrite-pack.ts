import { type Document, type YAMLMap, type YAMLSeq, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { canonicalPack } from './canonical-pack.ts';
import type { Pack } from './pack.ts';
import { writePack } from './write-pack.ts';

/**
 * The existing file with the pack's content: comments, order and layout of what did not change stay as the person has them;
 * new entries come at the end of their list, new fields at the end of their entry. A file that is not YAML is written anew.
 */
export function rewritePack(existing: string, pack: Pack): string {
  const document = parseDocument(existing, { version: '1.2' });
  const wanted = parseDocument(writePack(canonicalPack(pack)), { version: '1.2' });
  if (document.errors.length > 0 || !isMap(document.contents) || !isMap(wanted.contents))
    return String(writePack(pack));
  updateMap(document.contents, wanted.contents);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

type Node = Document['contents'] | YAMLMap | YAMLSeq | unknown;

function updateMap(map: YAMLMap, wanted: YAMLMap): void {
  const keys = new Set(wanted.items.map((pair) => keyOf(pair.key)));
  map.items = map.items.filter((pair) => keys.has(keyOf(pair.key)) || saysNothing(pair.value));
  for (const pair of wanted.items) {
    const here = map.items.find(({ key }) => keyOf(key) === keyOf(pair.key));
    if (here) here.value = updated(here.value, pair.value);
    else map.items.push(pair);
  }
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

/** What the canonical form leaves out because it is the default: `aliases: []`, `pinned: false`. */
function saysNothing(value: unknown): boolean {
  if (isSeq(value)) return value.items.length === 0;
  return isScalar(value) && (value.value === false || value.value === '' || value.value === null);
}

function updated(here: Node, wanted: Node): Node {
  if (isMap(here) && isMap(wanted)) updateMap(here, wanted);
  else if (isSeq(here) && isSeq(wanted)) updateList(here, wanted);
  else if (isScalar(here) && isScalar(wanted)) {
    if (here.value === wanted.value) return here;
    here.value = wanted.value;
    if (wanted.type) here.type = wanted.type;
  } else return wanted;
  return here;
}

/** Entries with an id are found by it and keep their places; a list without ids is compared place by place. */
function updateList(list: YAMLSeq, wanted: YAMLSeq): void {
  const ids = wanted.items.map(idOf);
  if (ids.some((id) => id === undefined)) {
    list.items = wanted.items.map((item, place) => updated(list.items[place], item));
    return;
  }
  const waiting = new Map(wanted.items.map((item, place) => [ids[place], item]));
  list.items = list.items.flatMap((item) => {
    const id = idOf(item);
    const next = waiting.get(id);
    if (next === undefined) return [];
    waiting.delete(id);
    return [updated(item, next)];
  });
  list.items.push(...waiting.values());
}

function idOf(item: unknown): string | undefined {
  const id = isMap(item) ? item.get('id') : undefined;
  return typeof id === 'string' ? id : undefined;
}
