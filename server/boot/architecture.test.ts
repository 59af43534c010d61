import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { forbiddenImports } from './import-rules.ts';
import { listFiles } from './source-hash.mjs';
import { wordsIn } from './words.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rooms = ['app', 'server', 'graph-schema', 'scenes', 'models', 'messages'];
const files = rooms.flatMap((room) => listFiles(root, room));
/** This file holds forbidden lines as its examples. */
const sources = files
  .filter(
    (file) =>
      /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && file !== 'server/boot/architecture.test.ts',
  )
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

describe('the tree is the architecture', () => {
  it('no room imports what it may not', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([]);
  });

  it('the rule sees a forbidden import in every spelling', () => {
    const tried: [string, string][] = [
      ['graph-schema/a.ts', `import { parse } from 'yaml';`],
      ['scenes/a.ts', `import { x } from '../server/graph/graph.ts';`],
      ['models/a.ts', `export * from '../scenes/index.ts';`],
      ['app/field/a.tsx', `import { x } from '../../server/trpc/router.ts';`],
      ['app/field/a.tsx', `import type { X } from '../../models/models.ts';`],
      ['server/field/a.ts', `const x = await import('../../app/field/a.tsx');`],
      ['server/field/a.ts', `import { x } from '../search/read.cypher.ts';`],
      ['server/field/a.ts', `import neo4j from 'neo4j-driver';`],
      ['messages/ru/a.ts', `import { z } from 'zod';`],
      ['server/field/a.ts', `import {\n  x,\n} from\n  '../../e2e/a.ts';`],
    ];
    for (const [file, text] of tried)
      expect(forbiddenImports({ file, text }), `${file}: ${text}`).toHaveLength(1);
    const allowed: [string, string][] = [
      ['app/field/a.tsx', `import type { AppRouter } from '../../server/trpc/router.ts';`],
      ['server/field/a.ts', `import { x } from './a.cypher.ts';\nimport { y } from '../graph/graph.ts';`],
      ['scenes/a.test.ts', `import { it } from 'vitest';`],
    ];
    for (const [file, text] of allowed) expect(forbiddenImports({ file, text })).toEqual([]);
  });

  it('no file is a dumping ground', () => {
    const named = /(^|\/)(utils?|helpers?|lib|libs|common|shared|misc)(\.[a-z.]+)?(\/|$)/;
    expect(files.filter((file) => named.test(file))).toEqual([]);
  });

  it('every room is there', () => {
    expect(rooms.filter((room) => !existsSync(path.join(root, room)))).toEqual([]);
  });
});

describe('the words', () => {
  it('every Russian plural has all its categories', () => {
    const lame: string[] = [];
    for (const { file, text } of sources.filter(({ file }) => file.startsWith('messages/ru/'))) {
      for (const [, cases = ''] of text.matchAll(/,\s*plural,((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g)) {
        const lacking = ['one', 'few', 'many', 'other'].filter(
          (name) => !new RegExp(`\\b${name}\\s*\\{`).test(cases),
        );
        if (lacking.length > 0) lame.push(`${file}: ${lacking.join(', ')} in ${cases.trim()}`);
      }
    }
    expect(lame).toEqual([]);
  });

  it('of one language are those of the other, with the same values', async () => {
    const { messagesFor } = await import('../../messages/index.ts');
    expect(shapeOf(messagesFor('en'))).toEqual(shapeOf(messagesFor('ru')));
    expect(shapeOf(wordsIn('en'))).toEqual(shapeOf(wordsIn('ru')));
  });
});

/** Every key with the names of the values in its sentence. */
function shapeOf(words: object, at = ''): string[] {
  return Object.entries(words)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? shapeOf(value, `${at}${key}.`)
        : [`${at}${key} ${namesIn(String(value))}`],
    )
    .sort();
}

function namesIn(sentence: string): string {
  // A case's own text, as in `=0 {empty}`, is no value.
  const values = /(?<!\b(?:zero|one|two|few|many|other)\s*|=\d+\s*)\{(\w+)\s*[,}]/g;
  const names = [...sentence.matchAll(values)].map(([, name]) => name);
  return [...new Set(names)].sort().join(',');
}
