import neo4j, { type Integer } from 'neo4j-driver';
import type { Row } from './graph.ts';

/** Plain values → what the driver sends: integers as INTEGER, other numbers as FLOAT, `undefined` as absent, a typed array as a list of FLOAT. */
export function toNeo4j(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Float32Array || value instanceof Float64Array) return Array.from(value);
  if (Array.isArray(value)) return isListOfFloats(value) ? value : value.map(toNeo4j);
  const plain: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) plain[key] = toNeo4j(entry);
  return plain;
}

/** A list is of one type: one part among its numbers makes all of them FLOAT. */
function isListOfFloats(list: readonly unknown[]): boolean {
  return list.every((entry) => typeof entry === 'number') && !list.every(Number.isSafeInteger);
}

/** What the driver gives → plain values: INTEGER as a number, nodes and relationships as their properties, times as ISO text. */
export function fromNeo4j(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return typeof value === 'bigint' ? Number(value) : value;
  if (Array.isArray(value)) return value.map(fromNeo4j);
  if (neo4j.isInt(value)) return (value as Integer).toNumber();
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return fromNeo4j(value.properties);
  if (neo4j.isPath(value))
    return value.segments.map((part) => fromNeo4j([part.start, part.relationship, part.end]));
  if (neo4j.isVector(value)) return Array.from(value.asTypedArray(), Number);
  if (isTime(value)) return String(value);
  return fromObject(value);
}

export function fromObject(value: object): Row {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fromNeo4j(entry)]));
}

function isTime(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}
