import { expect, test } from 'vitest';
import { splitStatements } from './split-statements.ts';

test('a semicolon in a string, a quoted name or a comment does not end a statement', () => {
  const text = `// kind: data; first
MATCH (n) SET n.a = 'x; \\' y', n.b = "z;'", n.\`odd;name\` = 4 / 2; /* more; */
RETURN 1;
  ;
RETURN 'http://a' // last
`;
  expect(splitStatements(text)).toEqual([
    `MATCH (n) SET n.a = 'x; \\' y', n.b = "z;'", n.\`odd;name\` = 4 / 2`,
    'RETURN 1',
    `RETURN 'http://a'`,
  ]);
});
