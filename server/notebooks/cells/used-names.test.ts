import { expect, test } from 'vitest';
import { namesIn } from './used-names.ts';

test('names are read outside of texts, scenes and comments', () => {
  expect(namesIn('near($мысли + [[$не это]] + "и $не это", 3) - $two')).toEqual(['мысли', 'two']);
  expect(namesIn("MATCH (s) WHERE s.id IN $x AND s.t <> '$y' // $z\n/* $w */ RETURN $x, `$q`")).toEqual([
    'x',
  ]);
});
