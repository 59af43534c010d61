/** What of an address is the view, and not what lies over it or is being done in it. */
const passing = new Set(['dialog', 'proposal', 'q', 'scene', 'on', 'to', 'spot', 'cite']);

/** The part of the field's address that a kept view stands for; empty: the field as it opens. */
export function viewAddress(asked: URLSearchParams): string {
  return new URLSearchParams([...asked].filter(([name]) => !passing.has(name))).toString();
}
