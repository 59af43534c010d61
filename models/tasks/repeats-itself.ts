/** Whether a text's content stems are mostly the same few: what a small model falls into. A sentence of a person says hardly any word three times. */
export function repeatsItself(stems: readonly string[]): boolean {
  return stems.length >= 4 && new Set(stems).size <= stems.length / 2;
}
