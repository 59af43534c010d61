import { createReadStream } from 'node:fs';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { NotReadable } from '../importer.ts';

/** A text that unpacks to more than this is no chat of a person's life. Bytes. */
const mostBytes = 4 * 1024 ** 3;
/** JSON packs to a tenth; a thousand times is a trap. */
const mostRatio = 400;

/**
 * The bytes of an export's `conversations.json`: the file itself, or inside the zip as it comes. Null for a zip without one.
 * Nothing is unpacked to the disk, so names in the zip can lead nowhere.
 * @throws NotReadable zip_broken, zip_bomb
 */
export async function openExport(file: string): Promise<AsyncIterable<Uint8Array> | null> {
  if (!/\.zip$/i.test(file)) return createReadStream(file);
  const zip = await openZip(file);
  const entry = await findEntry(zip);
  if (entry === null) {
    zip.close();
    return null;
  }
  if (
    entry.uncompressedSize > mostBytes ||
    entry.uncompressedSize > entry.compressedSize * mostRatio + 1_000_000
  ) {
    zip.close();
    throw new NotReadable('zip_bomb');
  }
  return closing(zip, entry);
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, validateEntrySizes: true });
  } catch {
    throw new NotReadable('zip_broken');
  }
}

async function findEntry(zip: ZipFile): Promise<Entry | null> {
  try {
    for await (const entry of zip.eachEntry()) {
      if (/(?:^|\/)conversations\.json$/.test(entry.fileName)) return entry;
    }
    return null;
  } catch {
    zip.close();
    throw new NotReadable('zip_broken');
  }
}

async function* closing(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw error instanceof NotReadable ? error : new NotReadable('zip_broken');
  } finally {
    zip.close();
  }
}
