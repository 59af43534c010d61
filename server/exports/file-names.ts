/** UTF-8 bytes of a name without its ending: file systems take 255 in all, sync tools less. */
const longest = 120;
/** What Windows, or a link in Obsidian, cannot have in a name. */
// oxlint-disable-next-line no-control-regex -- nor can a name hold these
const unsafe = /[\u0000-\u001f\u007f<>:"/\\|?*#^[\]\u202a-\u202e\u2066-\u2069]+/g;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A title as one part of a path: the same in every file system. */
export function safeName(title: string): string {
  const plain = title.normalize('NFC').replace(unsafe, ' ').replace(/\s+/g, ' ');
  const cut = cutBytes(plain, longest).replace(/^[.\s]+|[.\s]+$/g, '');
  if (cut === '') return '_';
  return reserved.test(cut) ? `_${cut}` : cut;
}

/** A note's path as a path of the export: no way out of the folder, no name that some system refuses. */
export function safePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.map(safeName).join('/') || '_';
}

/** Gives each path once, also where the file system knows no case: a second one is numbered. */
export function createUniquePaths(): (path: string, ending: string) => string {
  const taken = new Set<string>();
  return (path, ending) => {
    for (let number = 1; ; number += 1) {
      const candidate = `${path}${number === 1 ? '' : ` ${number}`}${ending}`;
      const key = candidate.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return candidate;
    }
  };
}

function cutBytes(text: string, most: number): string {
  let bytes = 0;
  let cut = '';
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > most) break;
    cut += sign;
  }
  return cut;
}
