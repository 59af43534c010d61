import type { FieldGraph } from './field-graph.ts';

/** What depends on the field alone is worked out once for each: a field is never changed after it is made. */
export function onceAField<T>(work: (field: FieldGraph) => T): (field: FieldGraph) => T {
  const known = new WeakMap<FieldGraph, { value: T }>();
  return (field) => {
    const before = known.get(field);
    if (before) return before.value;
    const value = work(field);
    known.set(field, { value });
    return value;
  };
}
