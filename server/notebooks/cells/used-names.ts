/** Texts in quotes, scenes and comments are passed over; the group is a cell's name. */
const pieces =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|«[^»\n]*»|`[^`]*`|\[\[[^\]\n]*\]\]|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\$([\p{L}_][\p{L}\p{N}_]*)/gu;

/** Where `$name` stands in a text of formulas or Cypher. Offsets are UTF-16. */
export function placesOfNames(text: string): { name: string; start: number; end: number }[] {
  return [...text.matchAll(pieces)].flatMap(({ 0: whole, 1: name, index }) =>
    name === undefined ? [] : [{ name, start: index, end: index + whole.length }],
  );
}

/** Each name once, without its `$`. */
export function namesIn(text: string): string[] {
  return [...new Set(placesOfNames(text).map(({ name }) => name))];
}

/** The one name that a field holds: `$мысли` and `мысли` alike. */
export function nameOf(from: string): string[] {
  const name = from.trim().replace(/^\$/u, '');
  return name === '' ? [] : [name];
}
