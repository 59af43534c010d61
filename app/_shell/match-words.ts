/** The same key on both layouts: typed on the wrong one, a command is still found. */
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

function swapLayout(text: string): string {
  return [...text]
    .map((sign) => {
      const inLatin = latin.indexOf(sign);
      if (inLatin >= 0) return cyrillic[inLatin];
      const inCyrillic = cyrillic.indexOf(sign);
      return inCyrillic >= 0 ? latin[inCyrillic] : sign;
    })
    .join('');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').normalize('NFC');
}

/** True where every word asked begins a word of the text, ё = е, on either keyboard layout. */
export function isMatch(text: string, asked: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  const isIn = (query: string) =>
    plain(query)
      .split(/\s+/)
      .filter((part) => part !== '')
      .every((part) => words.some((word) => word.startsWith(part)));
  return isIn(asked) || isIn(swapLayout(asked.toLowerCase()));
}
