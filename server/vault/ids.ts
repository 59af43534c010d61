import { createHash } from 'node:crypto';

/** Stable, opaque: the same parts always give the same id. 80 bits, so that a million ids do not meet by chance. */
export function deriveId(
  kind: 'vault' | 'source' | 'scene' | 'passage' | 'concept' | 'link',
  ...parts: string[]
): string {
  return `${kind}-${digest(parts.join('\u0000')).slice(0, 20)}`;
}

/** sha256, hex. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What makes two names one concept: NFC, no case, single spaces. */
export function conceptKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The first of `natural`, `natural`'s second, third … that is free. */
export function freeId(
  natural: string,
  isTaken: (id: string) => boolean,
  derive: (n: number) => string,
): string {
  if (!isTaken(natural)) return natural;
  for (let n = 2; ; n += 1) {
    const id = derive(n);
    if (!isTaken(id)) return id;
  }
}
