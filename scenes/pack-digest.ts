import { createHash } from 'node:crypto';
import type { Pack } from './pack.ts';
import { packText } from './pack-text.ts';

/** `sha256:HEX` over the canonical text without its digest line, so that comments, order and layout of a file do not count. */
export function digestPack(pack: Pack): string {
  return `sha256:${createHash('sha256').update(packText(pack, undefined)).digest('hex')}`;
}
