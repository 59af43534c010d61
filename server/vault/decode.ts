import type { ParsedProblem } from './parsed.ts';

export interface Decoded {
  /** without a byte-order mark, else unchanged */
  text: string;
  encoding: string;
  problems: ParsedProblem[];
}

/** Bytes looked at to tell text from something else. */
const sampleBytes = 4_096;

/**
 * Text of a note: UTF-8, UTF-16 by its mark; by its pattern of NULs, or else windows-1251, named as a guess.
 * Null for what holds NULs and is no UTF-16: no note, whatever its name says.
 */
export function decodeNote(bytes: Uint8Array): Decoded | null {
  const encoding = marked(bytes);
  if (encoding) return { text: decode(bytes, encoding), encoding, problems: [] };
  const pattern = patterned(bytes);
  if (pattern) return guessed(bytes, pattern);
  if (bytes.includes(0)) return null;
  try {
    return { text: decode(bytes, 'utf-8', true), encoding: 'utf-8', problems: [] };
  } catch {
    return guessed(bytes, 'windows-1251');
  }
}

function guessed(bytes: Uint8Array, encoding: string): Decoded {
  const problems: ParsedProblem[] = [{ code: 'encoding_guessed', values: { encoding } }];
  return { text: decode(bytes, encoding), encoding, problems };
}

function decode(bytes: Uint8Array, encoding: string, fatal = false): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes);
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: NULs on one side of the pairs only, in at least one pair of eight (spaces, line ends and marks in any script).
 * Cyrillic has 0x04 there instead, so it counts, too.
 */
function patterned(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes);
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  const high = { even: 0, odd: 0 };
  const nul = { even: 0, odd: 0 };
  sample.forEach((byte, at) => {
    const side = at % 2 === 0 ? 'even' : 'odd';
    if (byte === 0) nul[side] += 1;
    if (byte === 0 || byte === 4) high[side] += 1;
  });
  const enough = (sample.length / 2) * 0.7;
  if (nul.even === 0 && high.odd >= enough) return 'utf-16le';
  if (nul.odd === 0 && high.even >= enough) return 'utf-16be';
  return null;
}
