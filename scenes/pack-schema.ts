import { z } from 'zod';
import { Pack } from './pack.ts';

/** The pack's JSON Schema, for editors and other programs: as a person may write it, defaults left out. */
export function packJsonSchema(): string {
  const schema = z.toJSONSchema(Pack, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ ...schema, title: 'Scenefield scene pack, version 1' }, null, 2)}\n`;
}
