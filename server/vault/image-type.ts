const byEnding: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.bmp': 'image/bmp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** The picture's Content-Type when its ending and its first bytes agree, else null. */
export function imageType(ending: string, bytes: Uint8Array): string | null {
  const type = byEnding[ending.toLowerCase()];
  if (type === undefined) return null;
  return looksLike(type, bytes) ? type : null;
}

function looksLike(type: string, bytes: Uint8Array): boolean {
  const ascii = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  switch (type) {
    case 'image/png':
      return bytes[0] === 0x89 && ascii(1, 4) === 'PNG';
    case 'image/jpeg':
      return bytes[0] === 0xff && bytes[1] === 0xd8;
    case 'image/gif':
      return ascii(0, 4) === 'GIF8';
    case 'image/webp':
      return ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP';
    case 'image/bmp':
      return ascii(0, 2) === 'BM';
    case 'image/avif':
      return ascii(4, 8) === 'ftyp';
    default:
      return /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 2_000)));
  }
}
