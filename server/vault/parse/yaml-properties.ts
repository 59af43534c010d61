import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Scalar } from 'yaml';
import type { Properties, PropertyValue } from './plain-properties.ts';

/** Properties by YAML's core schema, in which nothing is ever evaluated; or the line of the first fault, counted from 1. */
export function readYamlProperties(yaml: string): { properties: Properties } | { faultLine: number } {
  const document = parseYaml(yaml);
  const error = document?.errors[0];
  if (!document || error) return { faultLine: error?.linePos?.[0].line ?? 1 };
  const properties: Properties = new Map();
  if (document.contents === null) return { properties };
  if (!isMap(document.contents)) return { faultLine: 1 };
  for (const pair of document.contents.items) {
    if (isScalar(pair.key))
      properties.set(String(pair.key.value), valueOf((pair.value ?? null) as Node | null));
  }
  return { properties };
}

function parseYaml(yaml: string) {
  try {
    const lineCounter = new LineCounter();
    return parseDocument(yaml, { schema: 'core', lineCounter, logLevel: 'silent', prettyErrors: true });
  } catch {
    return null;
  }
}

function valueOf(node: Node | null): PropertyValue | PropertyValue[] | null {
  if (isScalar(node)) return scalarOf(node);
  return isSeq(node) ? node.items.filter((item) => isScalar(item)).map(scalarOf) : null;
}

function scalarOf({ value, range }: Scalar): PropertyValue {
  const [start, end] = range ?? [0, 0];
  return { value: value === null || value === undefined ? null : String(value), start, end };
}
