import { Zip, ZipDeflate } from 'fflate';
import type { ExportedFile } from './export-format.ts';

/** A zip knows no time zone, and the same field shall give the same bytes: the first day that zips know. */
const mtime = new Date(1980, 0, 1);

/** The files as one zip, in pieces. */
export function* zipped(files: Iterable<ExportedFile>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  const encoder = new TextEncoder();
  for (const { path, text } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    for (const piece of text) {
      entry.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

export function* encoded(text: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of text) yield encoder.encode(piece);
}
