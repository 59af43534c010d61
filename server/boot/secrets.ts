import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A secret of the home, made at its first use, for its owner's eyes only (mode 600). */
export async function readOrMakeSecret(home: string, name: string): Promise<string> {
  const file = path.join(home, 'secrets', name);
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.length >= 16) return known;
  const secret = randomBytes(24).toString('base64url');
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, secret, { mode: 0o600 });
  await rename(draft, file);
  return secret;
}
