import type { ValueType } from './value-type.ts';

export interface Parameter {
  /** any of these may be given */
  types: readonly ValueType[];
  /** may be left out, and is this then */
  otherwise?: number;
  /** of a number */
  from?: number;
  to?: number;
  isWhole?: boolean;
  /** the last parameter: as many as one likes */
  repeats?: boolean;
}

export interface FormulaFunction {
  id: FunctionId;
  names: { ru: string; en: string };
  parameters: readonly Parameter[];
  result: ValueType;
}

export const functionIds = [
  'mean',
  'mix',
  'without',
  'axis',
  'along',
  'toward',
  'near',
  'between',
  'path',
  'relation',
  'alike',
  'region',
] as const;
export type FunctionId = (typeof functionIds)[number];

const scene: Parameter = { types: ['scene'] };
const count: Parameter = { types: ['number'], otherwise: 10, from: 1, to: 100, isWhole: true };
/** beyond both ends too, but not out of the field */
const share: Parameter = { types: ['number'], from: -10, to: 10 };

/** What each does is in `messages/LANGUAGE/formula.ts`. */
export const formulaFunctions: readonly FormulaFunction[] = [
  {
    id: 'mean',
    names: { en: 'mean', ru: 'среднее' },
    parameters: [{ types: ['scene', 'list'], repeats: true }],
    result: 'scene',
  },
  {
    id: 'mix',
    names: { en: 'mix', ru: 'смесь' },
    parameters: [scene, scene, { types: ['number'], otherwise: 0.5, from: 0, to: 1 }],
    result: 'scene',
  },
  { id: 'without', names: { en: 'without', ru: 'без' }, parameters: [scene, scene], result: 'scene' },
  { id: 'axis', names: { en: 'axis', ru: 'ось' }, parameters: [scene, scene], result: 'axis' },
  {
    id: 'along',
    names: { en: 'along', ru: 'вдоль' },
    parameters: [scene, { types: ['axis'] }],
    result: 'number',
  },
  {
    id: 'toward',
    names: { en: 'toward', ru: 'сдвиг' },
    parameters: [scene, { types: ['axis', 'relation'] }, { ...share, otherwise: 1 }],
    result: 'scene',
  },
  { id: 'near', names: { en: 'near', ru: 'рядом' }, parameters: [scene, count], result: 'list' },
  { id: 'between', names: { en: 'between', ru: 'между' }, parameters: [scene, scene, count], result: 'list' },
  {
    id: 'path',
    names: { en: 'path', ru: 'путь' },
    parameters: [scene, scene, { ...count, otherwise: 5, to: 20 }],
    result: 'list',
  },
  {
    id: 'relation',
    names: { en: 'relation', ru: 'связь' },
    parameters: [{ types: ['kind'] }],
    result: 'relation',
  },
  { id: 'alike', names: { en: 'alike', ru: 'сходство' }, parameters: [scene, scene], result: 'number' },
  {
    id: 'region',
    names: { en: 'region', ru: 'область' },
    parameters: [{ types: ['words'] }],
    result: 'scene',
  },
];

/** By its name in either language, in any case, ё as е. */
export function findFunction(name: string): FormulaFunction | undefined {
  const plain = name.toLowerCase().replaceAll('ё', 'е');
  return formulaFunctions.find(({ names }) => names.en === plain || names.ru === plain);
}

export function fewestArguments({ parameters }: FormulaFunction): number {
  return parameters.filter(({ otherwise }) => otherwise === undefined).length;
}

export function mostArguments({ parameters }: FormulaFunction): number {
  return parameters.at(-1)?.repeats === true ? Number.POSITIVE_INFINITY : parameters.length;
}
