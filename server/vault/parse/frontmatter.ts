import type { ParsedProblem } from '../parsed.ts';
import { type PropertyValue, type Properties, readPlainProperties } from './plain-properties.ts';
import { longestName } from './plain-text.ts';
import { utc } from './turns.ts';
import { readYamlProperties } from './yaml-properties.ts';

export interface Frontmatter {
  /** where the note's words begin; 0 without frontmatter */
  end: number;
  aliases: string[];
  tags: { name: string; start: number; end: number }[];
  uid: string | null;
  /** ISO 8601, from `date`, `created` or their like */
  at: string | null;
  /** properties with one value, by their name in lower case */
  scalars: ReadonlyMap<string, string>;
  /** its lines, for links in properties */
  body: { start: number; end: number } | null;
  problems: ParsedProblem[];
}

const opening = /^---([^\n]*)\r?\n/;
/** Frontmatter longer than this is not one that a person wrote. */
const longest = 256_000;

/** YAML's core schema only: nothing is ever evaluated. What is broken is reported, and the note goes on without it. */
export function readFrontmatter(text: string): Frontmatter {
  const none: Frontmatter = {
    end: 0,
    aliases: [],
    tags: [],
    uid: null,
    at: null,
    scalars: new Map(),
    body: null,
    problems: [],
  };
  const found = opening.exec(text.slice(0, 300));
  if (!found) return none;
  const start = found[0].length;
  const rest = text.slice(start - 1, start + longest);
  const closing = /\n---[ \t]*(?:\r?\n|$)/.exec(rest);
  if (!closing) return none;
  const body = { start, end: Math.max(start, start - 1 + closing.index) };
  const end = start - 1 + closing.index + closing[0].length;
  const language = (found[1] ?? '').trim();
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    // a run of dashes is a rule, not a fence with a language
    if (!/^[a-z]+$/i.test(language)) return none;
    return { ...none, end, problems: [{ code: 'frontmatter_script', values: { language } }] };
  }
  return { ...none, end, body, ...readProperties(text.slice(body.start, body.end), start) };
}

function readProperties(yaml: string, offset: number): Partial<Frontmatter> {
  const plain = readPlainProperties(yaml);
  const read = plain === null ? readYamlProperties(yaml) : { properties: plain };
  if ('faultLine' in read)
    return { problems: [{ code: 'frontmatter_broken', values: { line: read.faultLine + 1 } }] };
  const properties: Properties = new Map();
  for (const [name, value] of read.properties) properties.set(name.toLowerCase(), value);
  const first = (...names: string[]) => names.map((name) => properties.get(name)).find((value) => value);
  return {
    aliases: ['aliases', 'alias', 'title'].flatMap((name) =>
      words(properties.get(name), /,/).map((word) => word.name),
    ),
    tags: ['tags', 'tag'].flatMap((name) =>
      words(properties.get(name), /[\s,]+/).map((word) => ({
        name: word.name.replace(/^#/, ''),
        start: offset + word.start,
        end: offset + word.end,
      })),
    ),
    scalars: new Map(
      [...properties]
        .map(([name, value]) => [name, scalar(value)] as const)
        .filter(([, value]) => value !== ''),
    ),
    uid: short(scalar(first('uid'))),
    at: readDate(scalar(first('date', 'created', 'created_at', 'дата', 'создано'))),
  };
}

type Property = PropertyValue | PropertyValue[] | null | undefined;

/** The values of a list, or of a string cut at `separator`. */
function words(property: Property, separator: RegExp) {
  const isList = Array.isArray(property);
  const values = isList ? property : property ? [property] : [];
  return values.flatMap(({ value, start, end }) => {
    const names = isList ? [value ?? ''] : (value ?? '').split(separator);
    return names
      .map((name) => ({ name: name.trim(), start, end }))
      .filter(({ name }) => short(name) !== null);
  });
}

/** What is longer is no name. */
function short(name: string): string | null {
  return name !== '' && name.length <= longestName ? name : null;
}

function scalar(property: Property): string {
  return Array.isArray(property) ? '' : (property?.value ?? '').trim();
}

function readDate(words: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(words);
  if (!found) return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(words) ? Date.parse(words) : Number.NaN;
  if (!Number.isNaN(zoned)) return new Date(zoned).toISOString();
  return utc(
    [Number(found[1]), Number(found[2]), Number(found[3])],
    [Number(found[4] ?? 0), Number(found[5] ?? 0)],
  );
}
