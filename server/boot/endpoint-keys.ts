import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { toFileFault } from '../backup/file-fault.ts';
import { writeWhole } from './write-whole.ts';

/** API keys by the address that they are for: one given for a server is never sent to another. */
export interface EndpointKeys {
  keyOf(address: string): string | null;
  /** Null forgets it. */
  keep(address: string, key: string | null): Promise<void>;
}

const Keys = z.record(z.string(), z.string());

/** The keys of the home, for its owner's eyes only (mode 600). They leave this process only towards their own address. */
export function openEndpointKeys(home: string): EndpointKeys {
  const file = path.join(home, 'secrets', 'endpoint-keys.json');
  const read = (): z.infer<typeof Keys> => {
    try {
      return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  };
  return {
    keyOf: (address) => read()[address] ?? null,
    async keep(address, key) {
      const others = Object.entries(read()).filter(([known]) => known !== address);
      const keys = Object.fromEntries(key === null ? others : [...others, [address, key]]);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        throw toFileFault(error, file);
      });
      await writeWhole(file, keys);
    },
  };
}
