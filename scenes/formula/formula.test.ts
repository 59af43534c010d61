import { expect, test } from 'vitest';
import { readFormula } from './read-formula.ts';

const told = (text: string) =>
  readFormula(text).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

test('Russian and English names, any quotes and signs: one language', () => {
  const same = [
    ['near([[Поле]] + "свободный текст" - #рост, 10)', 'рядом([[Поле]] + «свободный текст» − #рост; 10)'],
    ['along([[A]], axis("теория", "железо"))', 'Вдоль([[A]], ОСЬ(“теория”, „железо“))'],
    ['toward([[A]], relation(leads_to), 0.5)', 'сдвиг([[A]], связь(ведёт_к), 0.5)'],
    ['mix([[A]], region("Сад"), 0.3)', 'смесь([[A]], область("Сад"), 0.3)'],
    ['mean([[A]], #"два слова") * 2', 'среднее([[A]], #"два слова") × 2'],
  ];
  for (const [english = '', russian = ''] of same) {
    expect([english, told(english)]).toEqual([english, []]);
    expect([russian, told(russian)]).toEqual([russian, []]);
    expect(readFormula(english).type).toBe(readFormula(russian).type);
  }
});

test('every part has a type, and what does not go together is told where it stands', () => {
  expect(readFormula('[[A]] + [[B]] - [[C]]').type).toBe('scene');
  expect(readFormula('[[A]] + 2 * relation(leads_to)').type).toBe('scene');
  expect(readFormula('mean(near([[A]], 5))').type).toBe('scene');
  expect(readFormula('alike([[A]], "b")').type).toBe('number');
  expect(told('[[A]] * [[B]]')).toEqual(['1:1 cannot_combine']);
  expect(told('[[A]] -\n  mean(axis([[B]], [[C]]))')).toEqual(['2:8 wrong_type']);
  expect(told('along([[A]], [[B]])')).toEqual(['1:14 wrong_type']);
  expect(told('near([[A]], 0.5)')).toEqual(['1:13 number_outside']);
  expect(told('mix([[A]], [[B]], 0.2, 3)')).toEqual(['1:24 too_many_arguments']);
  expect(told('без([[A]])')).toEqual(['1:1 too_few_arguments']);
  expect(told('relation(leadsto)')).toEqual(['1:10 unknown_kind']);
});

test('several faults are all told, each at its place', () => {
  expect(told('')).toEqual(['1:1 nothing_written']);
  expect(told('[[A]] + ')).toEqual(['1:9 operand_expected']);
  expect(told('[[A]] [[B]]')).toEqual(['1:7 operator_expected']);
  expect(told('near([[A]], 10')).toEqual(['1:5 bracket_unclosed']);
  expect(told('[[A]])')).toEqual(['1:6 bracket_extra']);
  expect(told('[[A] + "b"')).toEqual(['1:1 scene_unclosed']);
  expect(told('"a + [[B]]')).toEqual(['1:1 text_unclosed']);
  expect(told('[[A]] / 2\n+ neer([[B]], 2)\n+ #')).toEqual([
    '1:7 unknown_sign',
    '2:3 unknown_function',
    '3:3 name_empty',
  ]);
});

test('a slip of the pen is answered with what was meant', () => {
  const hint = (text: string) => readFormula(text).problems[0]?.values['nearest'];
  expect(hint('рядм([[A]], 3)')).toBe('рядом');
  expect(hint('[[A]] + betwen')).toBe('between');
  expect(hint('relation(lead_to)')).toBe('leads_to');
  expect(hint('relation(qwertyuiop)')).toBe('');
});

test('deep and long formulas are told so, and cost nothing', () => {
  expect(told('('.repeat(1000))).toEqual(['1:61 nested_too_deep']);
  expect(told('-'.repeat(1000))).toEqual(['1:61 nested_too_deep']);
  expect(told(`[[A]]${' + [[A]]'.repeat(900)}`)).toEqual(['1:4001 too_long']);
  expect(told(`[[A]]${' + [[A]]'.repeat(490)}`)).toEqual([]);
});
