import type { Lens } from '../../_shell/url-state.ts';
import { none } from './read-lens.ts';

/** What the address calls scenes that are in no region. */
const outside = 'outside';

/** What the address calls a class that is taken out of sight: a region by its id, any other with its lens. */
export function hiddenKey(lens: Lens, key: string): string {
  if (lens === 'region') return key === none ? outside : key;
  return `${lens}=${encodeURIComponent(key)}`;
}

/** Regions stay hidden under any lens, classes of a lens while it is looked through. */
export function hiddenUnder(lens: Lens, hidden: ReadonlySet<string>): string {
  return [...hidden].filter((key) => !key.includes('=') || key.startsWith(`${lens}=`)).join(',');
}
