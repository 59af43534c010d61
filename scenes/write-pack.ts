import type { Pack } from './pack.ts';
import { digestPack } from './pack-digest.ts';
import { packText } from './pack-text.ts';

/** The pack as a file, with its digest: the same content gives the same bytes. */
export function writePack(pack: Pack): string {
  return packText(pack, digestPack(pack));
}
