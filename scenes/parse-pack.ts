import type { z } from 'zod';
import { checkPack } from './check-pack.ts';
import { Pack, packVersion } from './pack.ts';
import { digestPack } from './pack-digest.ts';
import { type Finding, type PackProblem, type PackProblemValues, showPath } from './pack-problem.ts';
import { type YamlFile, readYaml } from './read-yaml.ts';

/** Why a file is no pack that this program can take: the codes are those of AppError. */
export type PackFault = 'pack_invalid' | 'pack_newer' | 'pack_too_large';
export type PackParse = { pack: Pack } | { code: PackFault; problems: PackProblem[] };

/** More than this in one file helps nobody. */
const maxProblems = 100;

/** Reads a scene pack. Either all of it is right, or every problem is named with its place. */
export function parsePack(text: string): PackParse {
  const read = readYaml(text);
  if ('problems' in read) {
    const isTooLarge = read.problems.some(({ code }) => code === 'too_large' || code === 'nested_too_deep');
    return { code: isTooLarge ? 'pack_too_large' : 'pack_invalid', problems: read.problems };
  }
  const { file } = read;
  const newer = newerVersion(file.value);
  if (newer !== null) {
    const values = { version: newer, reads: packVersion };
    return { code: 'pack_newer', problems: [file.problemAt(['scenefield'], 'newer', values)] };
  }
  const parsed = Pack.safeParse(file.value);
  if (!parsed.success)
    return invalid(
      file,
      parsed.error.issues.flatMap((issue) => findingsOf(issue, file.value)),
    );
  const findings = checkPack(parsed.data);
  if (findings.length === 0) findings.push(...checkDigest(parsed.data));
  return findings.length > 0 ? invalid(file, findings) : { pack: parsed.data };
}

function invalid(file: YamlFile, findings: Finding[]): PackParse {
  const problems = findings
    .map(({ path, code, values }) => file.problemAt(path, code, values))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, maxProblems);
  return { code: 'pack_invalid', problems };
}

function newerVersion(value: unknown): number | null {
  const version = (value as { scenefield?: unknown } | null)?.scenefield;
  return typeof version === 'number' && version > packVersion ? version : null;
}

/** A digest that is stated must fit, so that a torn or altered file is seen; one who edits by hand takes the line out. */
function checkDigest(pack: Pack): Finding[] {
  if (pack.digest === undefined) return [];
  const digest = digestPack(pack);
  return digest === pack.digest ? [] : [{ path: ['digest'], code: 'digest_differs', values: { digest } }];
}

function findingsOf(issue: z.core.$ZodIssue, value: unknown): Finding[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'unknown_field',
      values: { field: key, in: showPath(path) },
    }));
  const found = valueAt(value, path);
  const field = showPath(path);
  if (found === undefined && path.length > 0) return [{ path, code: 'missing_field', values: { field } }];
  if (issue.code === 'invalid_type')
    return [{ path, code: 'wrong_type', values: { field, expected: issue.expected, found: typeOf(found) } }];
  if (issue.code === 'invalid_value')
    return [
      { path, code: 'not_one_of', values: { field, allowed: issue.values.join(', '), found: show(found) } },
    ];
  return [{ path, code: 'bad_value', values: badValue(issue, field, found) }];
}

function badValue(issue: z.core.$ZodIssue, field: string, found: unknown): PackProblemValues {
  return { field, rule: issue.code, found: show(found) };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function show(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, 60);
}
