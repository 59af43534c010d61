import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';

/** A member of a zip file: where its data begins is not in the directory but in its own header. Source: PKWARE APPNOTE 6.3. */
export interface ZipMember {
  name: string;
  method: number;
  compressedBytes: number;
  bytes: number;
  headerOffset: number;
}

const signature = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;
const longestEndBytes = 22 + 0xffff;

/** Finds one member by its whole name. Wheels are under 4 GiB, so zip64 is not read and throws. */
export async function findZipMember(path: string, name: string): Promise<ZipMember> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - longestEndBytes), Math.min(size, longestEndBytes));
    const end = lastSignature(tail);
    const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    for (const member of members(directory)) if (member.name === name) return member;
    throw new Error(`zip: no member ${name}`);
  } finally {
    await file.close();
  }
}

/** The member's own bytes, decompressed as they are read. */
export async function readZipMember(path: string, member: ZipMember): Promise<Readable> {
  const file = await open(path, 'r');
  const header = await readAt(file, member.headerOffset, 30).finally(() => file.close());
  if (header.readUInt32LE(0) !== signature.local)
    throw new Error('zip: no header where the directory points');
  const start = member.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (member.compressedBytes === 0) throw new Error('zip: the member is empty');
  const packed = createReadStream(path, {
    start,
    end: start + member.compressedBytes - 1,
    highWaterMark: 1 << 20,
  });
  if (member.method === 0) return packed;
  if (member.method !== 8) throw new Error(`zip: method ${member.method} is not known`);
  const inflate = zlib.createInflateRaw({ chunkSize: 1 << 18 });
  packed.once('error', (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}

function lastSignature(tail: Buffer): number {
  for (let place = tail.length - 22; place >= 0; place -= 1) {
    if (tail.readUInt32LE(place) === signature.end) return place;
  }
  throw new Error('zip: no end of directory');
}

function* members(directory: Buffer): Generator<ZipMember> {
  for (let place = 0; place + 46 <= directory.length;) {
    if (directory.readUInt32LE(place) !== signature.directory)
      throw new Error('zip: the directory is damaged');
    const nameEnd = place + 46 + directory.readUInt16LE(place + 28);
    yield {
      name: directory.toString('utf8', place + 46, nameEnd),
      method: directory.readUInt16LE(place + 10),
      compressedBytes: directory.readUInt32LE(place + 20),
      bytes: directory.readUInt32LE(place + 24),
      headerOffset: directory.readUInt32LE(place + 42),
    };
    place = nameEnd + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
  }
}

async function readAt(file: FileHandle, start: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, start);
  if (bytesRead !== bytes) throw new Error('zip: the file ends too early');
  return buffer;
}
